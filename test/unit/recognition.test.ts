import assert from 'node:assert/strict';
import { outline } from '../../src/core/index.js';
import { CueIndex } from '../../src/core/narrative/cues.js';
import { datelineLength } from '../../src/core/narrative/dateline.js';
import { pinEdits } from '../../src/core/narrative/pin.js';
import { check } from './parse.js';

describe('A heading', () => {
  it('is what it says, whatever name for links stands behind it', () => {
    const plain = '# Lantern opens\n\n## External FAQ\n\n### Why?\n\nSo.\n\n## Internal FAQ\n\n### How much?\n\n$4.\n';
    const named = plain.replace(/^#+ (\w+).*/gm, '$& {#$1}');
    assert.notEqual(named, plain);
    const kinds = (text: string) => outline(text).sections.map(({ id, line }) => [id, line]);
    assert.deepEqual(kinds(named), kinds(plain));
    assert.equal(outline(named).kind, 'prfaq');
  });
});

describe('A headline', () => {
  const dated = 'SEATTLE, March 3, 2027 — Lantern today launched a lamp for every street of the town.\n';
  const text = (head: string): string => `---\ntype: prfaq\n---\n\n${head}\n\n${dated}`;
  for (const [head, line] of [
    ['# Lantern\n\n## FOR IMMEDIATE RELEASE\n\n## Walkers see the way home\n\n*A lamp that goes ahead*', 9],
    ['# Lantern launches a lamp\n\n**CONFIDENTIAL**\n\n## It walks ahead of you', 5],
    ['# Lantern\n\nRevision 5 by Sofia. Reviewers so far: Jonas.\n\n## Walkers see the way home', 9],
  ] as const)
    it(`stands on line ${line} of ${JSON.stringify(head)}`, () =>
      assert.equal(outline(text(head)).sections.find(({ id }) => id === 'headline')?.line, line));
});

describe('A dateline', () => {
  for (const dash of ['—', '--', '-', ' – ']) {
    it(`ends where the sentence behind its dash begins: ${dash}`, () => {
      const text = `# Lantern opens\n\n## Press release\n\n**SEATTLE, March 3, 2027** ${dash} Lantern today launched a lamp for every street of the town.\n\n## FAQ\n\n### Why?\n\nSo.\n`;
      const { sections } = check(text).analysis.narrative;
      const summary = sections.find((section) => section.id === 'summary')!;
      assert.equal(
        text.slice(summary.range!.start, summary.range!.end),
        'Lantern today launched a lamp for every street of the town.',
      );
    });
  }

  const opens = (line: string, language: 'en' | 'ko' | 'ja' | 'zh' | 'de'): boolean =>
    datelineLength(line, CueIndex.of(language)) === line.length;

  for (const [line, language] of [
    ['CHARLOTTE, N.C., [DATE]', 'en'],
    ['Berlin, den 3. Mai 2027', 'de'],
    ['2027년 3월 2일(화) 서울특별시 강남구', 'ko'],
    ['新潟、2027年12月1日', 'ja'],
    ['成都，2027年4月12日', 'zh'],
  ] as const)
    it(`is a place and a date: ${line}`, () => assert.equal(opens(line, language), true));

  for (const [line, language] of [
    ['Lumen launches everywhere March 3, 2027', 'en'],
    ['Lumen startet am 3. Mai 2027', 'de'],
    ['라온테크, 12월 1일 안 오는 회의실 자동 반납 시작', 'ko'],
    ['雪かきを頼める人が見つかる「ゆきどけ」、12月1日に提供開始', 'ja'],
    ['青禾健康4月推出晚钟药盒', 'zh'],
  ] as const)
    it(`is no headline with a date in it: ${line}`, () => assert.equal(opens(line, language), false));
});

describe('Pins', () => {
  const release =
    '# Lantern opens\n\n## Press release\n\nLantern today launched a lamp for every street of the town.\n\nStreets are dark.\n\nLamps are bright.\n\n## FAQ\n\n**Why?**\n\nSo.\n';
  const pin = (text: string, id: string, words: string): string => {
    let out = text;
    const edits = pinEdits(check(text).analysis, id, text.indexOf(words)).sort((a, b) => b.start - a.start);
    for (const edit of edits) out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
    return out;
  };
  const lineOf = (text: string, id: string) => {
    const section = outline(text, { path: 'x.prfaq.md' }).sections.find((one) => one.id === id)!;
    return section.line === null ? null : text.split('\n')[section.line - 1];
  };

  it('beat what the engine would have said', () => {
    const pinned = pin(release, 'problem', 'Lamps are bright');
    assert.match(pinned, /<!-- prfaq-section problem -->\nLamps are bright\./);
    assert.equal(lineOf(pinned, 'problem'), 'Lamps are bright.');
  });

  it('move when the author thinks again, and never stand twice', () => {
    const twice = pin(pin(release, 'problem', 'Lamps are bright'), 'problem', 'Streets are dark');
    assert.equal(twice.match(/prfaq-section/g)?.length, 1);
    assert.equal(lineOf(twice, 'problem'), 'Streets are dark.');
    const other = pin(pin(release, 'problem', 'Lamps are bright'), 'solution', 'Lamps are bright');
    assert.equal(other.match(/prfaq-section/g)?.length, 1);
    assert.equal(lineOf(other, 'solution'), 'Lamps are bright.');
  });
});

describe('The text of a question', () => {
  const faq = (text: string) => `---\ntype: prfaq\n---\n\n# Lantern\n\n## External FAQ\n\n${text}\n\nSo.\n`;
  for (const [written, read] of [
    ['### What does `lantern --dim` do?', 'What does lantern --dim do?'],
    ['### Why does ``a ` b`` _glow_?', 'Why does a ` b glow?'],
    ['### What is [the lamp](https://lantern.example) at ![the pier](pier.png)?', 'What is the lamp at the pier?'],
    ['### Is <https://lantern.example/faq> ours?', 'Is https://lantern.example/faq ours?'],
    ['**Q: What does `on` mean?**', 'What does on mean?'],
    ['| Question | Answer |\n|---|---|\n| What is `on`? | Light. |', 'What is on?'],
  ])
    it(`is what a reader sees: ${written}`, () => {
      assert.deepEqual(
        outline(faq(written!)).questions.map(({ text }) => text),
        [read],
      );
    });
});

describe('A quotation', () => {
  const quoted = (quotation: string) => {
    const text = `---\ntype: prfaq\n---\n\n# Lantern lights the pier\n\nPORTLAND, March 3, 2027 — Lantern today launched a lamp for every pier of the town.\n\nWalkers fall. Nobody sees the path, and it takes them an hour.\n\nThe lamp lights it as they come.\n\n${quotation}\n\n## FAQ\n\n### Why?\n\nSo.\n`;
    return outline(text).sections.find(({ id }) => id === 'customer-quote')!.line;
  };

  it('is credited by a name and a role behind it or below it, without a dash or a verb', () => {
    for (const credit of [
      ' **Tom Kerr, fisher of Leith**',
      ' (Tom Kerr, fisher)',
      '\n\n*Tom de Witt, who fishes there*',
    ])
      assert.equal(quoted(`"I see the whole path at last."${credit}`), 13, credit);
  });

  it('may be a block quote with a last line that says whose it is', () => {
    assert.equal(
      quoted('> I see the whole path at last, and so does the dog.\n>\n> — *Tom Kerr, fisher of Leith*'),
      13,
    );
    assert.equal(quoted('> I see the whole path at last, and so does the dog.\n> — Tom Kerr'), 13);
    assert.equal(quoted('> I see the whole path at last, and so does the dog.'), null);
  });

  it('ends with its credit where the next stands right below it', () => {
    const text = `---\ntype: prfaq\n---\n\n# Lantern lights the pier\n\nPORTLAND, March 3, 2027 — Lantern today launched a lamp for every pier of the town.\n\n> Somebody had to light that pier, and it wasn’t going to be the town.\n>\n> — Ana Ruiz, initiator of Lantern\n\n> I see the whole path at last, and so does the dog.\n>\n> — Tom Kerr, 58, who fishes there from a chair\n\n## FAQ\n\n### Why?\n\nSo.\n`;
    const { sections } = outline(text);
    const lines = ['leader-quote', 'customer-quote'].map((id) => sections.find((one) => one.id === id)!.line);
    assert.deepEqual(lines, [9, 13]);
  });

  it('isn’t by a sentence behind it', () => {
    assert.equal(
      quoted('"I see the whole path at last." Tom Kerr, who fishes there, sold his torch. So did we all.'),
      null,
    );
  });
});

describe('A title', () => {
  const named = (title: string) => {
    const text = `---\ntype: prfaq\n---\n\n# Lantern lights the pier\n\n## ${title}\n\nBremen, 2 May 2027.\n\n## FAQ\n\n### Why?\n\nSo.\n`;
    return outline(text)
      .sections.filter(({ line, id }) => line === 7 && id !== 'press-release')
      .map(({ id }) => id);
  };

  it('is the same with & and “and”, and names what its known parts do', () => {
    assert.deepEqual(named('Date & location'), ['dateline']);
    assert.deepEqual(named('Closing / Call to Action'), ['call-to-action']);
    assert.deepEqual(named('Opportunity/Problem'), ['problem']);
    assert.deepEqual(named('Problem and solution'), ['problem', 'solution']);
    assert.deepEqual(named('Problem and solution\n\nIt rains.\n\n## Solution'), ['problem']);
    // Either of two things, and neither where headings of their own say both.
    assert.deepEqual(named('How the Lamp Works'), ['solution', 'getting-started']);
    assert.ok(
      !named('How the Lamp Works\n\nIt glows.\n\n## Solution\n\nIt glows.\n\n## How to get started').includes(
        'solution',
      ),
    );
  });
});

describe('A part of two', () => {
  it('is both of them, and too long for none', () => {
    const text = `---\ntype: prfaq\n---\n\n# Lantern lights the pier\n\n## Problem and solution\n\n${'Walkers fall on the dark pier. '.repeat(50)}\n\n## FAQ\n\n### Why?\n\nSo.\n`;
    const both = outline(text).sections.filter(({ line }) => line === 7);
    assert.deepEqual(
      both.map(({ id, status, words }) => [id, status, words]),
      [
        ['problem', 'ok', 300],
        ['solution', 'ok', 300],
      ],
    );
    assert.ok(!check(text).findings.some(({ rule }) => rule === 'section-length'));
  });
});

describe('Points under a Korean headline', () => {
  const text =
    '---\ntype: prfaq\n---\n\n# 서울시, 정류장에서 휠체어 탑승을 예약하는 등불 시작\n\n- 저상버스를 보내기만 하던 시민, 단추 하나로 예약\n- 7월부터 1,200개 정류장\n\n□ 서울시는 6월 1일부터 정류장에서 탑승을 예약하는 등불을 시작한다고 밝혔다.\n\n□ 지금까지 휠체어를 쓰는 시민은 기사가 보지 못하면 버스를 타지 못했다.\n\n○ 마포구에 살며 날마다 버스를 타는 시민 정유진 씨는 “처음으로 첫 차를 타고 왔다”고 전했다.\n\n## 자주 묻는 질문\n\n### 왜?\n\n그래서.\n';

  it('are its subheading, and a quotation may be the lesser part of its paragraph', () => {
    const lineOf = (id: string) => outline(text).sections.find((one) => one.id === id)!.line;
    assert.deepEqual(['subheading', 'summary', 'customer-quote'].map(lineOf), [7, 10, 14]);
  });

  it('are no list that sentences should stand in place of, and signs in front of paragraphs are none either', () => {
    const rules = check(text).findings.map(({ rule }) => rule);
    assert.deepEqual(
      rules.filter((rule) => /bullet|section-length/.test(rule)),
      [],
    );
  });
});

describe('Topics in an FAQ', () => {
  it('are the questions where groups of readers stand over them, whatever part of the release they speak of', () => {
    const text =
      '---\ntype: prfaq\n---\n\n# Lantern lights the pier\n\n## FAQ\n\n### For offices\n\n#### Pricing\n\n$4.\n\n#### Getting started\n\nCall us.\n\n### For us\n\n#### Why now\n\nIt is dark.\n';
    assert.deepEqual(
      outline(text).questions.map(({ text, audience, answered }) => [text, audience, answered]),
      [
        ['Pricing', 'external', true],
        ['Getting started', 'external', true],
        ['Why now', 'internal', true],
      ],
    );
  });
});

describe('The introduction of a six-pager', () => {
  const words = 'We ask for four people and a year to light every pier of the two towns that we serve. ';
  const introduction = (text: string) => outline(text).sections.find(({ id }) => id === 'introduction')!.line;

  it('is what stands under its title, behind what is said of the document', () => {
    const rest = '## Tenets\n\nLight first.\n\n## Proposal\n\nLamps.\n\n## Risks\n\nRain.\n';
    const text = `# Narrative: light for two towns\n\nOwner: Ana Ruiz\nStatus: in review\n\n${words.repeat(2)}\n\n${rest}`;
    assert.equal(introduction(text), 6);
    assert.equal(introduction(text.replace(words.repeat(2), 'We ask for light.')), null);
  });
});

describe('A name in a headline', () => {
  it('is whose a quotation is only where it is written as one', () => {
    const text = (role: string) =>
      `---\ntype: prfaq\n---\n\n# Quillmark Helps Public Defenders\n\nOHIO, May 5, 2027 — Quillmark today announced an index of every page that a court writes in a day.\n\n“We found the line on page 1,912, at breakfast,” said Dana Whitfield, ${role}.\n\n## FAQ\n\n### Why?\n\nSo.\n`;
    const customer = (role: string) => outline(text(role)).sections.find(({ id }) => id === 'customer-quote')!.line;
    assert.equal(customer('public defender of Franklin County'), 9);
    assert.equal(customer('who runs Quillmark'), null);
  });
});

describe('The five questions about the customer', () => {
  it('are no FAQ, where five that are often asked are one', () => {
    const asked = (title: string) =>
      outline(
        `---\ntype: prfaq\n---\n\n# Lantern\n\n## ${title}\n\n### Who is it for?\n\nWalkers.\n\n### Why?\n\nSo.\n`,
      ).questions.length;
    for (const title of ['Five questions about the customer', 'Amazon’s 5 customer questions', 'Fünf Kundenfragen'])
      assert.equal(asked(title), 0, title);
    for (const title of ['Top 5 FAQs', 'The five questions that customers ask most', '5. Customer questions'])
      assert.equal(asked(title), 2, title);
  });

  it('hide no FAQ behind them', () => {
    const text =
      '---\ntype: prfaq\n---\n\n# Lantern\n\n## The five customer questions\n\n1. **Who is it?** Walkers.\n2. **What hurts?** The dark.\n\n## Questions and answers\n\n### What riders will ask us\n\n**Is it dark?**\n\nNo.\n\n### What our board will ask\n\n**Who pays?**\n\nThe town.\n';
    assert.deepEqual(
      outline(text).questions.map(({ line, audience }) => [line, audience]),
      [
        [16, 'external'],
        [22, 'internal'],
      ],
    );
  });
});

describe('Questions in a table', () => {
  it('are answered in the column that says so', () => {
    const rows = '| 1 | Why? | Ada | So. |\n| 2 | Who owns it? | Tom | |\n';
    const text = `---\ntype: prfaq\n---\n\n# Lantern\n\n## Internal FAQ\n\n| # | Question | Asked by | **Answer** |\n|---|---|---|---|\n${rows}`;
    assert.deepEqual(
      outline(text).questions.map(({ answered }) => answered),
      [true, false],
    );
  });
});

describe('Questions in bold', () => {
  const asked = (text: string) =>
    outline(`---\ntype: prfaq\n---\n\n# Lantern\n\n## External FAQ\n\n${text}\n`).questions.map(({ text }) => text);

  it('may lack their mark among others that have it', () => {
    const text = '**Is it dark?**\n\nYes.\n\n**How much does a lamp cost**\n\n$4.\n\n**Who owns it?**\n\nAna.';
    assert.deepEqual(asked(text), ['Is it dark?', 'How much does a lamp cost', 'Who owns it?']);
  });

  it('are no lines of an answer', () => {
    const text = '**Is it dark?**\n\nYes, in two towns.\n\n**Phase one**\n\nOhio.\n\n**How it works**\n\nBy light.';
    assert.deepEqual(asked(text), ['Is it dark?']);
  });
});

describe('A section that is still to be written', () => {
  it('is not empty, and its placeholder is no label', () => {
    const text =
      '---\ntype: prfaq\n---\n\n# Lantern opens\n\n## Customer quote\n\n"[Insert customer quote here — with a name]"\n';
    const found = outline(text).sections.filter(({ id }) => id === 'customer-quote');
    assert.deepEqual(
      found.map(({ line, status }) => [line, status]),
      [[7, 'placeholder']],
    );
  });
});

describe('A release that somebody introduces', () => {
  const blog = (between: string): string =>
    `---\ntype: prfaq\n---\n\nBefore we wrote any code for Lantern we wrote a press release, and here it is as it stood.\n\n## Lantern opens in Portland\n\n${between}Walkers see the path.\n\nNobody waits.\n\nPORTLAND, March 3, 2027 — Lantern today launched a lamp for every street of the town.\n\n## FAQ\n\n### Why?\n\nSo.\n`;
  for (const between of ['', '<!-- prfaq-disable-next-line hype-word -->\n\n'])
    it(`begins at its headline, whatever doesn’t show stands behind it: ${between.trim()}`, () => {
      const text = blog(between);
      const { sections } = outline(text);
      const lineOf = (id: string) => text.split('\n')[sections.find((one) => one.id === id)!.line! - 1]!;
      assert.equal(lineOf('headline'), '## Lantern opens in Portland');
      assert.match(lineOf('dateline'), /^PORTLAND/);
    });
});

describe('A list of questions', () => {
  const faq = (list: string) => `---\ntype: prfaq\n---\n\n# Lantern\n\n## External FAQ\n\n${list}\n`;
  const asked = (list: string) => outline(faq(list)).questions.map(({ text, answered }) => [text, answered]);

  it('is an FAQ where the answers hang below, at any depth', () => {
    const flat = '- Does it rain?\n  - No.\n- Is it dark?\n  - Yes, after six.\n';
    const deep = '- Walkers\n  - **Does it rain?**\n    - No.\n- Owners\n  - Is it dark?\n\n    Yes, after six.\n';
    for (const list of [flat, deep])
      assert.deepEqual(asked(list), [
        ['Does it rain?', true],
        ['Is it dark?', true],
      ]);
  });

  it('is none where nothing does, or inside an answer', () => {
    assert.deepEqual(asked('- Does it rain?\n- Is it dark?\n'), []);
    assert.deepEqual(asked('### Why?\n\nSo.\n\n## Left to decide\n\n- Does it rain?\n  - Ana knows.\n'), [
      ['Why?', true],
    ]);
    assert.deepEqual(asked('### What do we ask them?\n\nTwo things.\n\n- Does it rain?\n  - Often?\n'), [
      ['What do we ask them?', true],
    ]);
  });
});

describe('Of two FAQs', () => {
  const audiences = (first: string, second: string) =>
    outline(
      `---\ntype: prfaq\n---\n\n# Lantern\n\n${first}\n\n### Why?\n\nSo.\n\n${second}\n\n### How?\n\nThus.\n`,
    ).questions.map(({ audience }) => audience);

  it('the plain one above the internal one is for customers', () => {
    assert.deepEqual(audiences('## FAQ', '## Internal FAQ'), ['external', 'internal']);
  });

  it('the halves of one may stand under plain lines', () => {
    assert.deepEqual(audiences('FREQUENTLY ASKED QUESTIONS\n\nCustomers', 'Internal'), ['external', 'internal']);
    assert.deepEqual(audiences('## FAQ', 'Customers'), [null, 'external']);
    // An answer of one word is no heading.
    assert.deepEqual(audiences('## FAQ\n\n### Who pays?', 'Customers\n\nSince they use it.'), [null, null, null]);
  });

  it('a plain one behind the internal one is for everybody', () => {
    assert.deepEqual(audiences('## Internal FAQ', '## FAQ'), ['internal', null]);
  });
});

describe('The kind of a document without a name for its FAQ', () => {
  const questions = (heading: string) =>
    `## ${heading}\n\n**Is it free?**\nYes.\n\n**Is it bright?**\nAs a full moon.\n\n`;
  const two = questions('What walkers ask') + questions('Questions from our own board');
  const kind = (text: string) => outline(text, { path: 'notes.md' }).kind;

  it('is a PR/FAQ behind a release', () => {
    const dated =
      '# Lantern lights the path\n\nPORTLAND, March 3, 2027 — Lantern today launched a lamp for every street.\n\n';
    const parts =
      '# Lantern lights the path\n\n## The problem\n\nIt is dark.\n\n## Our solution\n\nLamps.\n\n## How to get started\n\nCall.\n\n';
    assert.equal(kind(dated + two), 'prfaq');
    assert.equal(kind(parts + two), 'prfaq');
  });

  it('is none of ours in a handbook, an interview or a post', () => {
    assert.equal(kind(`# Support handbook\n\n## Getting started\n\nRead the ticket first.\n\n${two}`), null);
    assert.equal(kind(`# Interviews\n\nTwelve walkers, in March.\n\n${two}`), null);
    const post = '# Lantern 2 is here\n\nPORTLAND, March 3, 2027 — Lantern today launched its second lamp.\n\n';
    assert.equal(
      kind(`${post + questions('Questions you may have')}**Is it new?**\nIt is.\n\n**Is it heavy?**\nNo.\n`),
      null,
    );
  });
});

describe('A headline', () => {
  for (const above of [
    'Author: Sora\nLast edited: March 2, 2027\nTags: health, pets',
    '> Written by the vets, to be read in silence and not aloud.',
  ]) {
    it(`is not what is said of the document above it: ${above.split('\n')[0]}`, () => {
      const text = `${above}\n\n**Dogs now carry their own records**\n\nSEOUL, March 3, 2027 — Dogbook today launched an app for owners.\n\n## FAQ\n\n### Why?\n\nSo.\n`;
      const { sections } = outline(text, { path: 'dogbook.prfaq.md' });
      const line = sections.find(({ id }) => id === 'headline')!.line!;
      assert.equal(text.split('\n')[line - 1], '**Dogs now carry their own records**');
    });
  }
});

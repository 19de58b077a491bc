import assert from 'node:assert/strict';
import { outline } from '../../src/core/index.js';
import { pinEdits } from '../../src/core/narrative/pin.js';
import { check } from './parse.js';

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

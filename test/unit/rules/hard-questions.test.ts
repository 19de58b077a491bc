import { expect } from 'chai';
import { applyFixes, describeRule, findings, only } from './fixture.js';

const ASKED = [
  'What does this have to do with our business?',
  'What would show that we are wrong, and have we looked?',
  'How big is the customer problem?',
  'What does it cost?',
  'What are the largest risks?',
  'Who owns it?',
  'Which input metrics do we control?',
];
const faq = (
  questions: readonly string[],
  write = (question: string, _: number): string => `### ${question}\n\nA lamp.`,
): string => `---\ntype: prfaq\n---\n\n# Lantern\n\n⟦## Internal FAQ⟧\n\n${questions.map(write).join('\n\n')}\n`;
const silent = (text: string): string => text.replace(/[⟦⟧]/g, '');
const korean = (questions: readonly string[]): string =>
  `---\ntype: prfaq\n---\n\n# 등불\n\n⟦## 내부 FAQ⟧\n\n${questions.map((question) => `### ${question}\n\n등입니다.`).join('\n\n')}\n`;

describeRule('hard-questions', {
  fixes: true,
  hits: {
    whole: [
      ...ASKED.map((_, n) => faq(ASKED.filter((__, k) => k !== n))),
      faq([...ASKED.filter((_, n) => n !== 4), 'What do you know about glass?']),
      faq([...ASKED.slice(1), 'Why is this lamp blue?']),
      faq(['Why is it blue?'], (question) => `**Q: ${question}**\nA: Glass.`),
      faq(['Why is it blue?', 'Why is it glass?'], (question, n) => `Q${n + 1}. ${question}\n\nA${n + 1}. Glass.`),
      faq(['Why is it blue?', 'Why is it glass?'], (question, n) => `${n + 1}. **${question}** Glass.`),
      faq(['Why is it blue?'], (question) => `**${question}**\n\nGlass.`),
      faq(['Why is it blue?'], (question) => `<details>\n<summary>${question}</summary>\n\nGlass.\n\n</details>`),
      faq(['Why is it blue?'], (question) => `| Question | Answer |\n|---|---|\n| ${question} | Glass. |`),
      korean(['등은 왜 파랗습니까?', '누가 이 일만 맡습니까?']),
    ],
  },
  traps: {
    whole: [
      silent(faq(ASKED)),
      silent(faq(['What is it worth per store?', ...ASKED.slice(1)])),
      silent(
        korean([
          '돈이 됩니까?',
          '무엇을 보면 접어야 합니까?',
          '고객 문제는 얼마나 큽니까?',
          '비용은 얼마입니까?',
          '가장 큰 위험은 무엇입니까?',
          '누가 맡습니까?',
          '어떤 지표를 봅니까?',
        ]),
      ),
      silent(
        faq([
          'How does this fit our strategy?',
          'Which evidence would make us stop?',
          'How many people have this problem?',
          'What resources do we need?',
          'What could go wrong?',
          'Who is responsible for it?',
          'How do we measure it?',
        ]),
      ),
      silent(
        faq([
          'What happens if we don’t do this?',
          'What would show that we are wrong?',
          'How big is the customer problem?',
          'What does it cost?',
          'What do we know that could stop us?',
          'Who owns it?',
          'How do we measure it?',
        ]),
      ),
      silent(faq(['Why should we do this now?', ...ASKED.slice(1)])),
      silent(
        faq([
          'Why now?',
          'What would make us stop?',
          'How many towns do we expect to pay?',
          'What does it cost?',
          'Why will others not copy it?',
          'Who owns it?',
          'How do we measure it?',
        ]),
      ),
      silent(
        korean([
          '돈은 어떻게 버나요?',
          '무엇을 보면 접나요? 실패를 어떻게 알죠?',
          '고객 문제는 얼마나 큽니까?',
          '비용은 얼마입니까?',
          '경쟁사가 따라 하면 어떻게 하나요?',
          '누가 맡습니까?',
          '어떤 지표를 봅니까?',
        ]),
      ),
      silent(faq(['Why this?'], () => ASKED.map((question) => `**${question}** A lamp.`).join('\n\n'))),
      silent(
        korean([
          '우리 사업과 무슨 관계가 있습니까?',
          '무엇을 보면 틀렸음을 압니까?',
          '고객 문제는 얼마나 큽니까?',
          '비용은 얼마입니까?',
          '가장 큰 위험은 무엇입니까?',
          '누가 이 일만 맡습니까?',
          '어떤 지표를 봅니까?',
        ]),
      ),
      '---\ntype: prfaq\n---\n\n# Lantern\n\n## External FAQ\n\n### Why is it blue?\n\nGlass.\n',
      '---\ntype: prfaq\n---\n\n# Lantern\n\n## FAQ\n\n### Why is it blue?\n\nGlass.\n',
      '---\ntype: six-pager\n---\n\n# Lantern\n\n## FAQ\n\n### Why is it blue?\n\nGlass.\n',
      '---\ntype: prfaq\n---\n\n# 灯り\n\n## 社内FAQ\n\n### なぜ青いのですか?\n\nガラスだからです。\n',
    ],
  },
});

describe('hard-questions', () => {
  const mended = (text: string): string =>
    applyFixes(silent(text), findings(silent(text), only('hard-questions'))[0]!.fixes);

  it('writes the questions as the author does', () => {
    const six = ASKED.slice(0, 6);
    expect(mended(faq(six))).to.match(/\n\n### Which input metrics do we control[^?]+\?\n\n\[Answer\]\n$/);
    expect(mended(faq(six, (question) => `**${question}**\n\nA lamp.`))).to.match(
      /\n\n\*\*Which input metrics do we control[^?]+\?\*\*\n\n\[Answer\]\n$/,
    );
    expect(mended(faq(six, (question, n) => `**Q${n + 1}: ${question}**\nA: A lamp.`))).to.match(
      /\n\n\*\*Q7: Which input metrics do we control[^?]+\?\*\*\nA: \[Answer\]\n$/,
    );
  });

  it('folds the questions where the author does, and writes headings behind a table', () => {
    const six = ASKED.slice(0, 6);
    const folded = six.map((question) => `<details>\n<summary>${question}</summary>\n\nA lamp.\n\n</details>`);
    expect(mended(faq(folded, (question) => question))).to.match(
      /<\/details>\n\n<details>\n<summary>Which input metrics do we control[^?]+\?<\/summary>\n\n\[Answer\]\n\n<\/details>\n$/,
    );
    const rows = six.map((question) => `| ${question} | A lamp. |`).join('\n');
    expect(mended(faq([`| Question | Answer |\n|---|---|\n${rows}`], (table) => table))).to.match(
      /A lamp\. \|\n\n### Which input metrics do we control[^?]+\?\n\n\[Answer\]\n$/,
    );
  });

  it('names what is missing and nothing else', () => {
    const [finding] = findings(silent(faq(ASKED.filter((_, n) => n !== 3 && n !== 5))), only('hard-questions'));
    expect(finding!.message).to.equal('The internal FAQ does not answer yet: what it costs; who owns it.');
  });

  it('asks only what a team wants asked', () => {
    const text = silent(faq(['Why is it blue?']));
    expect(findings(text, only('hard-questions', { ask: ['cost'] }))[0]!.message).to.contain('yet: what it costs.');
    expect(findings(text, only('hard-questions', { ask: [] }))).to.deep.equal([]);
  });

  /** Whether an answer to a question about something else speaks of a hard question. */
  const speaksOf = (id: string, answer: string, write = faq, question = 'Why is it blue?'): boolean =>
    findings(
      silent(write([question])).replace(/(?:A lamp|등입니다)\.\n$/, `${answer}\n`),
      only('hard-questions', { ask: [id] }),
    ).length === 0;

  for (const [id, answers] of Object.entries({
    business: [
      'Light is our core business.',
      'It fits into our strategy.',
      'It turns the flywheel.',
      'Annual revenue is small.',
    ],
    wrong: [
      "We'll stop if we are wrong.",
      'Two towns falsified it.',
      'The kill criteria stand below.',
      'We would stop this if nobody came.',
    ],
    'problem-size': ['The addressable market is known.', 'Of 4,000 towns, 3 million people read.', 'The TAM is small.'],
    cost: [
      'It is `$40,000` a year.',
      'A year of it is ₩900,000.',
      'It takes USD 500.',
      'It takes 500 dollars.',
      'It takes two person-months.',
      'It takes three full-time engineers.',
      'We break even in May.',
    ],
    risks: [
      'The largest single risk is rain.',
      'It is a one-way door.',
      'The move is irreversible.',
      'Risks include rain.',
    ],
    owner: [
      'Ines owns it.',
      'She is accountable for the light.',
      'It is run by Ines.',
      'A single-threaded leader has it.',
    ],
    'input-metrics': [
      'Two input metrics.',
      'The inputs that we control.',
      'A leading indicator.',
      'Hours are controllable.',
    ],
  })) {
    for (const answer of answers)
      it(`takes “${answer}” for what it says of ${id}`, () => expect(speaksOf(id, answer)).to.equal(true));
  }

  for (const [id, answers] of Object.entries({
    business: ['우리의 본업은 등입니다.', '수익 모델은 하나입니다.'],
    wrong: [
      '우리가 틀렸다면 끕니다.',
      '중단 기준은 아래와 같습니다.',
      '셋째가 그대로면 실패로 봅니다.',
      '넷 가운데 셋이면 접어요.',
    ],
    'problem-size': ['시장 규모는 작습니다.', '불편을 겪는 곳은 4,000곳입니다.', '모두 20여 개 회사입니다.'],
    cost: ['한 해에 3,000만 원이 듭니다.', '두 인월입니다.'],
    risks: ['가장 큰 위험은 비입니다.', '되돌릴 수 없습니다.'],
    owner: ['이나리 님이 맡습니다.', '책임자는 이나리 님입니다.'],
    'input-metrics': ['선행 지표는 둘입니다.', '통제할 수 있는 숫자만 봅니다.'],
  })) {
    for (const answer of answers)
      it(`takes “${answer}” for what it says of ${id}`, () =>
        expect(speaksOf(id, answer, korean, '등은 왜 파랗습니까?')).to.equal(true));
  }

  for (const [id, answer] of [
    ['owner', 'A light is called by its number and filled by hand.'],
    ['cost', 'In 40 towns, for a salesperson.'],
    ['risks', 'There is no asterisk in it.'],
    ['problem-size', 'People read at night.'],
  ] as const)
    it(`takes “${answer}” for nothing that is said of ${id}`, () => expect(speaksOf(id, answer)).to.equal(false));

  for (const [id, question, write, answer] of [
    ['risks', 'What is our riskiest assumption?', faq, 'A lamp.'],
    ['risks', 'What is most likely to go wrong?', faq, 'A lamp.'],
    ['risks', '가장 자신 없는 부분은 무엇입니까?', korean, '등입니다.'],
    ['wrong', '성공을 무엇으로 판단합니까?', korean, '등입니다.'],
  ] as const)
    it(`takes “${question}” for the question of ${id}`, () =>
      expect(speaksOf(id, answer, write, question)).to.equal(true));

  it('takes a plain answer for a question', () => {
    const text = silent(faq([...ASKED.slice(0, 6), 'What do we watch?'])).replace(
      /A lamp\.\n$/,
      'The input metrics that we control are two.\n',
    );
    expect(findings(text, only('hard-questions'))).to.deep.equal([]);
  });
});

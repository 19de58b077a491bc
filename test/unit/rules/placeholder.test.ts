import { describeRule } from './fixture.js';

/** A document with so many paragraphs to write: few are found one by one, many together. */
function untouched(paragraphs: number): string {
  const mark = (n: number): string => (n === 0 || paragraphs <= 3 ? '⟦[What it is]⟧' : '[What it is]');
  const text = Array.from({ length: paragraphs }, (_, n) => mark(n)).join('\n\n');
  return `---\ntype: six-pager\n---\n\n# Lantern\n\n## Solution\n\n${text}\n\nIt costs ⟦TBD⟧ a year, says Ana.\n`;
}

describeRule('placeholder', {
  hits: {
    answer: [
      'It costs ⟦[price]⟧ a year.',
      '⟦TBD⟧',
      'The price is ⟦TBD⟧.',
      'It costs ⟦{{price}}⟧.',
      '⟦TODO⟧: ask Ana.',
      'It opens on ⟦MM/DD/YYYY⟧.',
      'It opens on ⟦DD.MM.YYYY⟧ in Ohio.',
      'It opens in spring ⟦20XX⟧.',
      'It opens on May ⟦XX⟧, 2027, at $⟦XX⟧.',
      '*⟦to be added⟧*',
      'The list of shops (⟦to be added⟧).',
      'A1. ⟦TBD⟧',
      'Ask ⟦<name of the owner>⟧.',
      '⟦<name of the owner>⟧',
      'It opens in ⟦[city, March 2028]⟧.',
    ],
    'answer-ko': [
      '⟦미정⟧',
      '가격은 ⟦[가격]⟧입니다.',
      '값은 ⟦TBD⟧입니다.',
      '⟦20XX년 X월 X일⟧에 엽니다.',
      '⟦○○○⟧ 대표가 말했습니다.',
      '보고서 (⟦링크 예정⟧)',
      'A3. ⟦추후 작성⟧',
    ],
    release: [
      // What nobody has begun is one finding a paragraph; in the author's own sentence each is by itself.
      '⟦[Product]⟧ [what it does for the customer]. [How it does so.]',
      'It lights the path for ⟦[customer]⟧ in ⟦[city]⟧ at night.',
    ],
    whole: [untouched(3), untouched(4)],
  },
  traps: {
    answer: [
      'See [the lamp](https://example.com).',
      '- [ ] one\n- [x] two',
      'As Ana wrote[^1], it is bright.',
      'The list `todo[0]` is code: `TBD`.',
      'It is to be decided by Ana.',
      'Write dates as MM/DD/YYYY.',
      'The log has the format YYYY-MM-DD in each line.',
      'To be added to the map, a shop calls Ana.',
      'Three lamps are to be added in May.',
      '<!-- TODO: ask Ana -->\n\nIt costs $4.',
      'See [1] and [2].',
      '> [!NOTE]\n> It is small.',
      'It is <b>bright</b>, <a href="https://brightpath.example">they say</a>.<br>\n\n<details open>\n\nMore.\n\n</details>',
      '[Busan, March 6, 2028] The lamp is out. [PR/FAQ]',
      '[Draft 2] The lamp fails in rain, see [LAMP-2214].',
      'See [the handbook] and [The  Map].\n\n[the handbook]: https://brightpath.example\n[the map]: https://brightpath.example/map',
      'It is at [brightpath.example], [www.brightpath.example/lamp] and [`lamp`].',
    ],
    'answer-ko': [
      '가격은 4천 원입니다.',
      '가로등 링크 예정지는 세 곳입니다.',
      '비밀번호는 ○로 적습니다.',
      '밝기: ●○○',
      '생선구이집을 하는 최○○ 씨가 말했습니다.',
      '등불 계획(작성 중)',
      '등불은 TODOist와 함께 씁니다.',
      '[부산, 2028년 3월 6일] 등불이 나왔다.',
      '[6-Pager] 등불을 켜는 계획',
      '[초안] 등불을 켜는 계획',
    ],
    whole: [
      '---\ntype: prfaq\nlanguage: de\n---\n\n# Laterne\n\n## Interne FAQ\n\n### Wer prüft es?\n\nRecht (offen), Vertrieb (erledigt).\n',
    ],
  },
});

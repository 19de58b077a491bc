import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ABBREVIATIONS } from '../../src/core/languages/index.js';
import { Lines } from '../../src/core/text/lines.js';
import { LONGEST_ABBREVIATION, readText } from '../../src/core/text/reading.js';
import { countWords } from '../../src/core/text/words.js';

describe('Lines', () => {
  it('end at \\n, \\r\\n and a lone \\r', () => {
    const lines = new Lines('a\nb\r\nc\rd');
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.slice(line)),
      ['a', 'b', 'c', 'd'],
    );
    assert.equal(lines.count, 4);
  });

  it('have an empty last one after a line break', () => {
    const lines = new Lines('a\n');
    assert.equal(lines.count, 2);
    assert.equal(lines.slice(1), '');
    assert.deepEqual(lines.position(2), { line: 1, character: 0 });
  });

  it('turn every offset into a place inside the line that holds it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '가') });
    fc.assert(
      fc.property(text, fc.nat(), (source, n) => {
        const lines = new Lines(source);
        const offset = n % (source.length + 1);
        const { line, character } = lines.position(offset);
        assert.equal(lines.start(line) + character, offset);
        assert.ok(line < lines.count);
      }),
    );
  });
});

describe('Words', () => {
  for (const [text, words] of [
    ['', 0],
    ['— … !', 0],
    ['Twelve well-known words', 3],
    ['a\u00a0b', 2],
    ['from 3.5 to 1,200', 4],
    ['it’s U.S. law', 3],
    ['before—after', 2],
    ['고객은 교복을 이틀 안에 받습니다', 5],
    ['cafe\u0301 au lait', 3],
    ['🎉 launch 🚀', 1],
    ['\ufffc\ufffc code is none', 3],
  ] as const) {
    it(`counts ${words} in “${text}”`, () => assert.equal(countWords(text), words));
  }

  it('divides scripts without spaces', () => {
    assert.ok(countWords('顧客の課題を解決します') >= 4);
    assert.ok(countWords('我们解决客户的问题') >= 4);
  });
});

describe('Sentences', () => {
  const split = (text: string): string[] =>
    readText(text, ABBREVIATIONS).sentences.map(({ start, end }) => text.slice(start, end));

  for (const [title, sentences] of [
    ['abbreviations', ['Tools, e.g. drills, cost $3.50.', 'Acme Inc. rents them.']],
    ['names in small letters behind a long word', ['It works with OpenTofu.', 'driftwatch reads the state.']],
    [
      'sentences that end in one syllable',
      ['법무팀이 계약서를 새로 씀.', '검토는 이틀이면 함.', '배포는 금요일에 됨.'],
    ],
    ['the mark that opens an item', ['가. 목적은 하나다.', '다른 것은 없다.']],
    ['versions and names with a small first letter', ['It needs v1.2 or later.', 'iCloud works too.']],
    ['initials', ['J. R. Smith signed it.', 'The U.S. law allows it.']],
    ['closing quotation marks', ['“We wait.”', 'She left.']],
    ['questions and exclamations', ['Why?', 'Because it works!', 'Good.']],
    ['Korean', ['점포에서 시작합니다.', '값은 4만 원입니다.']],
    ['an ellipsis inside a sentence', ['We tried… and failed.', 'Then we learned.']],
  ] as const) {
    it(`knows ${title}`, () => assert.deepEqual(split(sentences.join(' ')), sentences));
  }

  it('knows every abbreviation by its length', () =>
    assert.ok([...ABBREVIATIONS].every((abbreviation) => abbreviation.length <= LONGEST_ABBREVIATION)));

  it('needs no space in Japanese', () =>
    assert.deepEqual(split('発表しました。使えます。'), ['発表しました。', '使えます。']));

  it('never overlap and hold every word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '. ', '? ', ' ', '\n', '”', '가', '。') }), (text) => {
        const sentences = readText(text, ABBREVIATIONS).sentences;
        let last = 0;
        for (const { start, end } of sentences) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
        assert.equal(
          sentences.reduce((sum, sentence) => sum + sentence.words, 0),
          countWords(text),
        );
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor, targetAt } from '../../src/core/notes/anchor.js';
import type { NoteTarget } from '../../src/core/notes/model.js';
import { squeeze } from '../../src/core/notes/squeeze.js';

/** The target of the `nth` occurrence of some words. */
function noteOn(text: string, words: string, nth = 0): NoteTarget {
  let start = text.indexOf(words);
  for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1);
  assert.notEqual(start, -1, words);
  return targetAt(text, { start, end: start + words.length });
}

/** What a note is on after an edit, with `⟦⟧` around it in its line; null when it is unplaced. */
function after(text: string, target: NoteTarget): string | null {
  const range = anchor(text, target);
  if (!range) return null;
  const marked = `${text.slice(0, range.start)}⟦${text.slice(range.start, range.end)}⟧${text.slice(range.end)}`;
  return marked.split(/\r?\n/).find((line) => line.includes('⟦'))!;
}

const DRAFT = `# Tidewell launches Tidecup

Owners wait 12 days for a part. The part costs 40 dollars. Nobody knows why.

Tidecup prints the part at home. The part costs 40 dollars. It is ready in an hour.

## FAQ

### What does it cost?

The part costs 40 dollars.
`;

describe('A note finds its place', () => {
  it('where it was, in a text that didn’t change', () => {
    assert.equal(
      after(DRAFT, noteOn(DRAFT, 'Nobody knows')),
      'Owners wait 12 days for a part. The part costs 40 dollars. ⟦Nobody knows⟧ why.',
    );
  });

  it('among three sentences of the same words, after text was put in front', () => {
    for (const [nth, line] of [
      'Owners wait 12 days for a part. ⟦The part costs 40 dollars.⟧ Nobody knows why.',
      'Tidecup prints the part at home. ⟦The part costs 40 dollars.⟧ It is ready in an hour.',
      '⟦The part costs 40 dollars.⟧',
    ].entries())
      assert.equal(
        after(
          `A new paragraph, longer than the others were.\n\n${DRAFT}`,
          noteOn(DRAFT, 'The part costs 40 dollars.', nth),
        ),
        line,
      );
  });

  it('where the sentence was changed, and not where the old one stands too', () => {
    const edited = DRAFT.replace('a part. The part costs 40 dollars', 'a part. The part costs them 45 dollars');
    assert.equal(
      after(edited, noteOn(DRAFT, 'The part costs 40 dollars.')),
      'Owners wait 12 days for a part. ⟦The part costs them 45 dollars.⟧ Nobody knows why.',
    );
  });

  it('where a typing error was mended', () => {
    const draft = DRAFT.replace('ready in an hour', 'raedy in an hour');
    assert.equal(
      after(DRAFT, noteOn(draft, 'raedy')),
      'Tidecup prints the part at home. The part costs 40 dollars. It is ⟦ready⟧ in an hour.',
    );
  });

  it('in a paragraph that moved', () => {
    const [title, one, two, ...rest] = DRAFT.split('\n\n');
    const moved = [title, two, ...rest, one].join('\n\n');
    assert.equal(
      after(moved, noteOn(DRAFT, 'Owners wait 12 days for a part.')),
      '⟦Owners wait 12 days for a part.⟧ The part costs 40 dollars. Nobody knows why.',
    );
  });

  it('in Korean, with a particle that changed behind it', () => {
    const draft = '# 물림\n\n교복값은 평균 31만 원입니다. 한 해에 두 번 사는 집이 많습니다.\n\n점포는 아홉 곳입니다.\n';
    const edited = draft.replace('점포는', '우리 점포가').replace('평균 31만', '2026년 평균 33만');
    assert.equal(after(edited, noteOn(draft, '점포')), '우리 ⟦점포⟧가 아홉 곳입니다.');
    assert.equal(
      after(edited, noteOn(draft, '교복값은 평균 31만 원입니다.')),
      '⟦교복값은 2026년 평균 33만 원입니다.⟧ 한 해에 두 번 사는 집이 많습니다.',
    );
  });

  it('whatever ends the lines, and however they are wrapped', () => {
    const target = noteOn(DRAFT, 'Nobody knows why.\n\nTidecup prints');
    for (const text of [DRAFT.replaceAll('\n', '\r\n'), DRAFT.replaceAll('. ', '.\n')]) {
      const range = anchor(text, target)!;
      assert.equal(text.slice(range.start, range.end).replace(/\s+/g, ' '), 'Nobody knows why. Tidecup prints');
    }
    const windows = DRAFT.replaceAll('\n', '\r\n');
    assert.deepEqual(anchor(DRAFT, noteOn(windows, 'Tidecup prints')), { start: 107, end: 121 });
  });
});

describe('A note is unplaced', () => {
  it('when its words are gone', () => {
    assert.equal(after(DRAFT.replace(' Nobody knows why.', ''), noteOn(DRAFT, 'Nobody knows why.')), null);
    assert.equal(after('', noteOn(DRAFT, 'Nobody knows why.')), null);
  });

  it('rather than on the same word elsewhere', () => {
    const one = DRAFT.replace(/Owners wait.*\n\n/, '');
    assert.equal(after(one, noteOn(DRAFT, 'part')), null);
    // “our” is no part of “four”.
    const text = 'It is our history that counts here. The others looked at four ways and tried one.';
    assert.equal(after(text.replace('It is our history that counts here. ', ''), noteOn(text, 'our')), null);
  });

  it('rather than on one of two places that can’t be told apart', () => {
    const rows = '| a | open |\n'.repeat(9);
    const target = targetAt(rows, { start: 6 + 13 * 4, end: 10 + 13 * 4 });
    assert.deepEqual(anchor(rows, target), { start: target.start, end: target.end });
    assert.equal(anchor(`${'| b | done |\n'.repeat(40)}${rows}`, target), null);
  });
});

describe('A note of another program, that keeps no surroundings', () => {
  const bare = (exact: string): NoteTarget => ({ exact, prefix: '', suffix: '', start: 0, end: exact.length });

  it('is on its words where they are there once', () =>
    assert.equal(
      after(DRAFT, bare('Nobody knows')),
      'Owners wait 12 days for a part. The part costs 40 dollars. ⟦Nobody knows⟧ why.',
    ));

  it('is unplaced where they are there twice, or say too little', () => {
    assert.equal(after(DRAFT, bare('The part costs 40 dollars.')), null);
    assert.equal(after(DRAFT, bare('hour')), null);
  });
});

describe('White space', () => {
  it('is squeezed, and every stretch finds its way back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(' ', '\n', '\r\n', '\t', 'a', 'bc', '가'), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const squeezed = squeeze(text);
        assert.equal(squeezed.text, text.replace(/\s+/g, ' '));
        for (let start = 0; start < squeezed.text.length; start++) {
          const range = squeezed.range({ start, end: squeezed.text.length });
          assert.equal(text.slice(range.start, range.end).replace(/\s+/g, ' '), squeezed.text.slice(start).trim());
        }
        for (let at = 0; at < text.length; at++)
          if (text[at]!.trim()) assert.equal(squeezed.text[squeezed.at(at)], text[at]);
      }),
    );
  });
});

describe('Anchoring', () => {
  it('never fails and never leaves the text, whatever the text and the note', () => {
    const part = fc.constantFrom('a', 'ab ', '\n', '😀', '가나', 'the part costs ', '.', '\r\n');
    const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, text, fc.nat(200), (now, exact, prefix, suffix, start) => {
        const range = anchor(now, { exact, prefix, suffix, start, end: start + exact.length });
        if (range) assert.ok(range.start >= 0 && range.start < range.end && range.end <= now.length);
      }),
    );
  });
});

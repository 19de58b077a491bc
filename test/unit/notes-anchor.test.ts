import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Anchorer, anchor, targetAt } from '../../src/core/notes/anchor.js';
import type { NoteTarget } from '../../src/core/notes/model.js';
import { Places } from '../../src/core/notes/places.js';
import { squeeze } from '../../src/core/notes/squeeze.js';
import { editOnce, paragraphs, type Random, randomFrom, sentences, TrackedText, words } from './notes-edits.js';

const example = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), 'utf8');

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

/** 500 random edits of real documents: the measure that the whole of notes stands or falls with. */
describe('Through 500 random edits', () => {
  interface Tally {
    standing: number;
    right: number;
    unplaced: number;
    wrong: number;
    /** Notes whose words went, and those of them that are now on words that never were theirs. */
    gone: number;
    astray: number;
  }

  /** Notes on words, sentences and paragraphs, as readers write them. */
  function notesOn(text: string, random: Random): { id: string; target: NoteTarget }[] {
    const some = <T>(all: readonly T[], count: number): T[] =>
      Array.from({ length: count }, () => all[random(all.length)]!);
    const all = words(text);
    const phrases = some(all.slice(0, -6), 10).map((word) => ({
      start: word.start,
      end: all[all.indexOf(word) + random(6)]!.end,
    }));
    const whole = some(paragraphs(text), 4).map(({ start, end }) => ({
      start,
      end: start + text.slice(start, end).trimEnd().length,
    }));
    return [...phrases, ...some(sentences(text), 16), ...whole].map((range, n) => ({
      id: String(n),
      target: targetAt(text, range),
    }));
  }

  function judge(
    tally: Tally,
    tracked: TrackedText,
    notes: ReturnType<typeof notesOn>,
    places: ReturnType<Places['place']>,
  ): void {
    assert.equal(places.length, notes.length);
    for (const [n, { target }] of notes.entries()) {
      const is = tracked.whereIs(target);
      const place = places[n]!;
      if (is) {
        tally.standing++;
        if (!place) tally.unplaced++;
        else if (place.start === is.start && place.end === is.end) tally.right++;
        else tally.wrong++;
      } else {
        tally.gone++;
        if (place && !tracked.origin(place).some((id) => id >= target.start && id < target.end)) tally.astray++;
      }
    }
  }

  const DOCUMENTS = [
    ['hallbell.prfaq.md', 'en', '\n'],
    ['late-order.six-pager.md', 'en', '\r\n'],
    ['mullim.ko.prfaq.md', 'ko', '\n'],
  ] as const;

  for (const [name, language, newline] of DOCUMENTS) {
    const first = example(name).replaceAll('\n', newline);
    const measure = (
      title: string,
      run: (random: Random, notes: ReturnType<typeof notesOn>, tally: Tally) => void,
    ): void => {
      it(`${title}: ${name}`, function () {
        this.timeout(120_000);
        const tally: Tally = { standing: 0, right: 0, unplaced: 0, wrong: 0, gone: 0, astray: 0 };
        const random = randomFrom(name.length);
        run(random, notesOn(first, random), tally);
        const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(2)} %`;
        console.log(
          `      ${percent(tally.right, tally.standing)} of ${tally.standing} standing quotations on the right words, ${tally.unplaced} unplaced, ${tally.wrong} wrong; of ${tally.gone} whose words went, ${tally.astray} on others`,
        );
        assert.ok(tally.standing > 5_000);
        assert.ok(tally.right / tally.standing >= 0.98, percent(tally.right, tally.standing));
        assert.ok(tally.wrong / tally.standing <= 0.005, percent(tally.wrong, tally.standing));
        assert.ok(
          tally.astray / (tally.standing + tally.gone) <= 0.02,
          percent(tally.astray, tally.standing + tally.gone),
        );
      });
    };

    measure('each by itself, found anew', (random, notes, tally) => {
      for (let edit = 0; edit < 500; edit++) {
        const tracked = new TrackedText(first);
        editOnce(tracked, random, language);
        const anchorer = new Anchorer(tracked.text);
        judge(
          tally,
          tracked,
          notes,
          notes.map(({ target }) => anchorer.place(target)),
        );
      }
    });

    measure('one after the other, with a new session every ten', (random, notes, tally) => {
      const tracked = new TrackedText(first);
      let places = new Places();
      for (let edit = 0; edit < 500; edit++) {
        editOnce(tracked, random, language);
        if (edit % 10 === 9)
          places = new Places(JSON.parse(JSON.stringify(places.remember(notes))) as Record<string, NoteTarget>);
        judge(tally, tracked, notes, places.place(tracked.text, notes));
      }
    });
  }
});

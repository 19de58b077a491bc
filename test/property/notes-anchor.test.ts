import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Anchorer, targetAt } from '../../src/core/notes/anchor.js';
import type { NoteTarget } from '../../src/core/notes/model.js';
import { Places } from '../../src/core/notes/places.js';
import { editOnce, paragraphs, type Random, randomFrom, sentences, TrackedText, words } from './notes-edits.js';

const example = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), 'utf8');

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
      it(`${title}: ${name}`, () => {
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

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAnnotations, writeAnnotations } from '../../src/core/notes/annotations.js';
import { collect } from '../../src/core/notes/collect.js';
import { type Entry, keyOf, laterThan, merge, type StoredNote, same, tidy } from '../../src/core/notes/entries.js';
import { NOTE_KINDS } from '../../src/core/notes/model.js';
import { readerId } from '../../src/core/notes/reader-id.js';

const SOURCE = '../../../a.prfaq.md';

const NOTE: StoredNote = {
  id: 'urn:uuid:2f4b5e0e-8a2b-4c1f-9d0a-5a4ab0a1c111',
  kind: 'typo',
  body: 'Two “l”s.\nAnd a comma.',
  reader: { id: 'min-jun-seo', name: 'Min-jun Seo' },
  created: '2026-11-02T09:00:00.000Z',
  modified: '2026-11-02T09:01:00.000Z',
  answeredOnPage: 4,
  target: { exact: 'canceled', prefix: 'visits are ', suffix: ' each week', start: 40, end: 48 },
};

const entriesOf = (...entries: readonly Entry[]) => new Map(entries.map((entry) => [keyOf(entry), entry]));
const noteEntry = (note: StoredNote): Entry => ({ type: 'note', modified: note.modified, note });
const write = (previous: string | null, ...entries: readonly Entry[]): string =>
  writeAnnotations(previous, entriesOf(...entries), SOURCE, 'min-jun-seo.json');
const read = (json: string) => readAnnotations(json, 'min-jun-seo');

describe('A file of notes', () => {
  it('is a page of W3C web annotations', () => {
    assert.deepEqual(JSON.parse(write(null, noteEntry(NOTE))), {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { prfaq: 'https://github.com/working-backwards/prfaq/ns#' }],
      id: 'min-jun-seo.json',
      type: 'AnnotationPage',
      items: [
        {
          id: NOTE.id,
          type: 'Annotation',
          motivation: 'editing',
          creator: { type: 'Person', name: 'Min-jun Seo' },
          created: NOTE.created,
          modified: NOTE.modified,
          body: [
            { type: 'TextualBody', format: 'text/plain', purpose: 'editing', value: NOTE.body },
            { type: 'TextualBody', purpose: 'tagging', value: 'typo' },
          ],
          target: {
            source: SOURCE,
            selector: [
              { type: 'TextQuoteSelector', exact: 'canceled', prefix: 'visits are ', suffix: ' each week' },
              { type: 'TextPositionSelector', start: 40, end: 48 },
            ],
          },
          'prfaq:answeredOnPage': 4,
        },
      ],
    });
  });

  const arbitraryEntry: fc.Arbitrary<Entry> = (() => {
    const id = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
    const date = fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((one) => one.toISOString());
    const text = fc.string({ unit: 'grapheme', maxLength: 64 });
    const words = fc.string({ unit: 'grapheme', minLength: 1 });
    const plain = { noNullPrototype: true } as const;
    const note = fc.record({
      id,
      kind: fc.constantFrom(...NOTE_KINDS),
      body: text,
      created: date,
      modified: date,
      exact: words,
      prefix: text,
      suffix: text,
      start: fc.nat(),
      page: fc.option(fc.integer({ min: 1, max: 99 })),
    });
    return fc.oneof(
      note.map(({ exact, prefix, suffix, start, page, ...one }) =>
        noteEntry({
          ...one,
          reader: NOTE.reader,
          ...(page === null ? {} : { answeredOnPage: page }),
          target: { exact, prefix: prefix.slice(-64), suffix: suffix.slice(0, 64), start, end: start + exact.length },
        }),
      ),
      fc.record({ type: fc.constant('mark' as const), id, note: id, resolved: fc.boolean(), modified: date }, plain),
      fc.record({ type: fc.constant('deleted' as const), id, modified: date }, plain),
    );
  })();

  it('is read as it was written, whatever the notes', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry, { maxLength: 6 }), (entries) => {
        const json = write(null, ...entries);
        const { entries: back, problems } = read(json);
        assert.deepEqual(problems, []);
        assert.deepEqual(new Map(back), entriesOf(...entries));
        assert.equal(writeAnnotations(json, back!, SOURCE, 'min-jun-seo.json'), json);
      }),
    );
  });

  it('keeps what it doesn’t know: annotations, keys, bodies, what others add to a note', () => {
    const page = JSON.parse(write(null, noteEntry(NOTE))) as {
      items: Record<string, unknown>[];
      [key: string]: unknown;
    };
    page.label = 'Of a reader';
    page.items[0]!['other:rights'] = 'CC0';
    (page.items[0]!.body as unknown[]).push({ type: 'Image', id: 'sketch.png' });
    (page.items[0]!.creator as Record<string, unknown>).email = 'm@example.com';
    page.items.unshift({
      type: 'Annotation',
      id: 'urn:x',
      target: { source: 'a.png', selector: { type: 'SvgSelector' } },
    });
    const before = JSON.stringify(page);
    const file = read(before);
    assert.deepEqual(file.problems, [{ line: 0, code: 'item', detail: '1' }]);
    const changed = { ...NOTE, body: 'One “l”.', modified: '2026-11-03T00:00:00.000Z' };
    const after = JSON.parse(
      writeAnnotations(before, merge(file.entries!, entriesOf(noteEntry(changed))), SOURCE, ''),
    ) as typeof page;
    assert.deepEqual(after.items[0], page.items[0]);
    assert.equal(after.label, 'Of a reader');
    const [note] = after.items.slice(1);
    assert.equal(note!['other:rights'], 'CC0');
    assert.deepEqual(note!.creator, { type: 'Person', name: 'Min-jun Seo', email: 'm@example.com' });
    assert.deepEqual((note!.body as unknown[]).at(-1), { type: 'Image', id: 'sketch.png' });
    assert.equal((note!.body as { value: string }[])[0]!.value, 'One “l”.');
  });

  it('is read in the shapes that other programs write', () => {
    const collection = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: ['AnnotationCollection'],
      first: {
        type: 'AnnotationPage',
        items: [
          {
            id: 'https://example.com/1',
            type: 'Annotation',
            motivation: ['commenting', 'questioning'],
            bodyValue: 'How often?',
            creator: 'Ana',
            created: '2026-01-02T03:04:05Z',
            target: [{ source: 'a.md', selector: { type: 'TextQuoteSelector', exact: 'each week' } }],
          },
        ],
      },
    };
    const json = JSON.stringify(collection);
    const { entries } = readAnnotations(json, 'ana');
    const [note] = collect([entries!]);
    assert.deepEqual(note, {
      id: 'https://example.com/1',
      kind: 'question',
      body: 'How often?',
      reader: { id: 'ana', name: 'Ana' },
      created: '2026-01-02T03:04:05Z',
      modified: '2026-01-02T03:04:05Z',
      target: { exact: 'each week', prefix: '', suffix: '', start: 0, end: 9 },
      resolved: false,
    });
    const rewritten = JSON.parse(writeAnnotations(json, entries!, SOURCE, '')) as {
      first: { items: { target: unknown }[] };
    };
    assert.deepEqual(rewritten.first.items[0]!.target, collection.first.items[0]!.target);
  });
});

describe('A file of notes that can’t be read', () => {
  const problem = (json: string) => {
    const { entries, problems } = read(json);
    assert.equal(entries, null);
    assert.equal(problems.length, 1);
    return problems[0]!;
  };

  it('says where the JSON is broken', () => {
    const page = '{\n  "type": "AnnotationPage",\n  "items": [';
    const broken = [
      `${page},]\n}`,
      '{\n',
      `${page}]\n}\n}`,
      `${page}\n"a" 7]}`,
      '\n\n{"a" "b"}',
      '{"a":\n"\\x"}',
      '{"a": [1, 2,\n]}',
      'x',
    ];
    assert.deepEqual(
      broken.map((json) => problem(json).line),
      [2, 1, 4, 3, 2, 1, 1, 0],
    );
    assert.equal(problem('{\n').code, 'syntax');
  });

  it('says where a merge left its marks', () => {
    assert.deepEqual(problem('{\n<<<<<<< HEAD\n}\n=======\n'), { line: 1, code: 'conflict', detail: '' });
  });

  it('says that it is something else', () => {
    for (const json of [
      'null',
      '[]',
      '7',
      '{}',
      '{"type":"AnnotationPage"}',
      '{"type":"AnnotationCollection","first":"page1"}',
    ])
      assert.equal(problem(json).code, 'shape', json);
  });

  it('reads what is in order beside what isn’t, and names its line', () => {
    const good = write(null, noteEntry(NOTE));
    const bad = good.replace('"items": [', '"items": [\n7,\n{"type": "Annotation", "id": "x", "body": ["]"]},');
    const { entries, problems } = read(bad);
    assert.equal(entries!.size, 1);
    assert.deepEqual(problems, [
      { line: 10, code: 'item', detail: '1' },
      { line: 11, code: 'item', detail: '2' },
    ]);
  });

  it('never makes reading fail, whatever JSON it is', () => {
    const json = fc.json({ maxDepth: 4 });
    const page = fc
      .array(fc.jsonValue({ maxDepth: 3 }))
      .map((items) => JSON.stringify({ type: 'AnnotationPage', items }));
    fc.assert(
      fc.property(fc.oneof(json, page, fc.string()), (text) => {
        const { entries } = read(text);
        if (entries)
          assert.deepEqual(
            (JSON.parse(writeAnnotations(text, entries, SOURCE, '')) as { items: unknown }).items,
            (JSON.parse(text) as { items: unknown }).items,
          );
      }),
    );
  });
});

describe('Versions of a file', () => {
  const version = (minute: number, body: string): Entry =>
    noteEntry({ ...NOTE, body, modified: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() });
  const deleted = (minute: number): Entry => ({
    type: 'deleted',
    id: NOTE.id,
    modified: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
  });

  it('become one with the notes of both and the later version of each', () => {
    const other = noteEntry({ ...NOTE, id: 'urn:uuid:other' });
    const merged = merge(entriesOf(version(1, 'early'), other), entriesOf(version(2, 'late')));
    assert.deepEqual([...merged.values()], [version(2, 'late'), other]);
  });

  it('let a deletion stand until the note is written again', () => {
    assert.deepEqual(collect([merge(entriesOf(version(1, 'a')), entriesOf(deleted(2)))]), []);
    assert.deepEqual(collect([merge(entriesOf(deleted(2)), entriesOf(version(1, 'a')))]), []);
    assert.equal(collect([merge(entriesOf(deleted(2)), entriesOf(version(3, 'a')))])[0]!.body, 'a');
  });

  it('become the same whichever comes first, however often, and in whatever groups', () => {
    const entry = fc.oneof(
      fc
        .record({ minute: fc.nat(3), body: fc.constantFrom('a', 'b', 'c'), id: fc.constantFrom('1', '2', '3') })
        .map(({ minute, body, id }) => {
          const one = version(minute, body) as Entry & { type: 'note' };
          return { ...one, note: { ...one.note, id } };
        }),
      fc
        .record({ minute: fc.nat(3), id: fc.constantFrom('1', '2', '3') })
        .map(({ minute, id }) => ({ ...deleted(minute), id }) as Entry),
    );
    const file = fc
      .array(entry, { maxLength: 4 })
      .map((entries) => entries.reduce((all, one) => merge(all, entriesOf(one)), new Map<string, Entry>()));
    fc.assert(
      fc.property(file, file, file, (a, b, c) => {
        assert.ok(same(merge(a, b), merge(b, a)));
        assert.ok(same(merge(a, a), a));
        assert.ok(same(merge(merge(a, b), c), merge(a, merge(b, c))));
      }),
    );
  });

  it('are the same whatever the order of their keys', () => {
    const turned: Entry = {
      note: Object.fromEntries(Object.entries(NOTE).reverse()) as unknown as StoredNote,
      modified: NOTE.modified,
      type: 'note',
    };
    assert.ok(same(entriesOf(turned), entriesOf(noteEntry(NOTE))));
    assert.ok(!same(entriesOf(turned), entriesOf(version(1, 'a'))));
  });

  it('go by times that always grow', () => {
    assert.equal(laterThan('2026-01-01T00:00:00.000Z', 0), '2026-01-01T00:00:00.001Z');
    assert.equal(laterThan(undefined, 0), '1970-01-01T00:00:00.000Z');
  });

  it('forget deletions after half a year, and marks on notes that are gone', () => {
    const mark: Entry = { type: 'mark', id: 'm', note: NOTE.id, resolved: true, modified: NOTE.modified };
    assert.deepEqual([...tidy(entriesOf(deleted(0), mark), Date.UTC(2026, 2, 1)).values()], [deleted(0)]);
    assert.equal(tidy(entriesOf(deleted(0)), Date.UTC(2026, 11, 1)).size, 0);
  });
});

describe('Whether a note is worked off', () => {
  it('is what anybody said last, in whatever file', () => {
    const mark = (minute: number, resolved: boolean): Entry => ({
      type: 'mark',
      id: `m${minute}`,
      note: NOTE.id,
      resolved,
      modified: new Date(Date.UTC(2027, 0, 1, 0, minute)).toISOString(),
    });
    const resolved = (...files: readonly Entry[][]): boolean =>
      collect(files.map((file) => entriesOf(...file)))[0]!.resolved;
    assert.equal(resolved([noteEntry(NOTE)]), false);
    assert.equal(resolved([noteEntry(NOTE), mark(1, false)], [mark(2, true)]), true);
    assert.equal(resolved([mark(2, true)], [noteEntry(NOTE), mark(3, false)]), false);
  });
});

describe('The name of a reader’s file', () => {
  it('is made from the reader’s name, and good on every file system', () => {
    const names = [
      'Min-jun Seo',
      '서민준',
      'Ana  Duarte (she/her)',
      'Łukasz',
      '../../etc',
      'CON',
      '🙂',
      'a'.repeat(200),
    ];
    assert.deepEqual(names.map(readerId), [
      'min-jun-seo',
      '서민준',
      'ana-duarte-she-her',
      'łukasz',
      'etc',
      'con-',
      'reader',
      'a'.repeat(60),
    ]);
    // The two ways of writing Korean and accents are one name.
    assert.equal(readerId('서민준'.normalize('NFD')), '서민준');
  });
});

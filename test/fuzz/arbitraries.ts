import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** Documents that the repository has: examples, and those that recognition is tested with. */
export const DOCUMENTS: readonly string[] = [...read('../../examples/'), ...read('../corpus/')];

/** Real documents where they are at hand, for `npm run fuzz` alone: what it finds must be found again everywhere. */
export const REAL_DOCUMENTS: readonly string[] = read('../../../shared/corpus/');

function read(folder: string): string[] {
  const url = new URL(folder, import.meta.url);
  try {
    const names = readdirSync(url).filter((name) => name.endsWith('.md') && name !== 'README.md');
    return names.sort().map((name) => readFileSync(new URL(name, url), 'utf8').replaceAll('\r\n', '\n'));
  } catch {
    return [];
  }
}

/** Lines that mean something to the engine or to Markdown. */
const LINES = [
  ...['# A launches B', '## Press release', '### Problem', '## FAQ', '## Internal FAQ', '### Why now?', '## Appendix'],
  ...[
    '## Introduction',
    '## Tenets',
    '## Metrics',
    '**Problem:** it rains.',
    'Problem: it rains.',
    'Q: Why?',
    'A: So.',
  ],
  ...['**Q: How much?**', '1. **Why?** Because.', 'SEATTLE, March 3, 2027 — Lantern today launched a lamp.'],
  ...[
    '“It rains,” said Ada, CEO of Rain.',
    '> “We are thrilled.” — Bo',
    'Due to the fact that it rains, it might close.',
  ],
  ...['It significantly improves KPIs (key figures) in order to win', '[insert price]', 'TBD', 'What is this', '• one'],
  ...['- one', '  - two', '1) one', '* * *', '---', '===', '```', '~~~', '    code', '\tcode', '> quote', '>> more'],
  ...['| a | b |', '|---|---|', '| c | d |', '<div>', '</div>', '<!-- note', '-->', '<!-- prfaq-disable -->'],
  ...['<!-- prfaq-disable-next-line weasel-word -->', '<!-- prfaq-section problem -->', '[a]: http://b.c "d"', '', ''],
  ...[
    '## 문제',
    '고객은 기다릴 수 없었습니다.',
    '질문: 얼마입니까?',
    '概要',
    '常见问题',
    '## Häufige Fragen',
    '[이름]',
  ],
];
const SIGNS = [
  ...['*', '**', '_', '`', '[', ']', '(', ')', '!', '<', '>', '"', '“', '”', '‘', '’', '\\', '&amp;', '&#0;', '|'],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\t',
    ' ',
    '  \n',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\0',
    '—',
    '…',
    '?',
    '？',
    '.',
    '。',
  ],
  ...[
    '\ud83c',
    '\udf89',
    '🎉',
    '👩‍👩‍👧',
    'é',
    'e\u0301',
    'ﬁ',
    'İ',
    'ß',
    '가',
    '𝔘',
    '1',
    '$5',
    '10 %',
    'in order to',
    'very',
  ],
];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const line = fc.constantFrom(...LINES);
const fragment = fc.oneof(line, fc.constantFrom(...SIGNS), fc.string({ maxLength: 12, unit: 'binary' }));

/** Markdown of lines that mean something, and some that don't. */
export const markdown: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fragment }), { maxLength: 30 })
  .chain((lines) => fc.constantFrom('\n', '\n\n').map((joint) => lines.join(joint)));

/** A change to a text. Places are shares of its length, so that it means something in any text. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** What typing, pasting and deleting do. */
export const edit: fc.Arbitrary<Edit> = fc.record({
  at: share,
  remove: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }),
  insert: fc.oneof(
    fragment,
    fragment.map((text) => `\n\n${text}\n\n`),
    fc.constant(''),
  ),
});

export function apply(text: string, { at, remove, insert }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + remove);
}

/** A document of the repository, or a real one, after some changes that an author wouldn't make; or any Markdown. */
export function document(bases: readonly string[]): fc.Arbitrary<string> {
  const changes: fc.Arbitrary<(text: string) => string> = fc.oneof(
    edit.map((one) => (text: string) => apply(text, one)),
    // As typing does: the document ends here.
    share.map((at) => (text: string) => text.slice(0, Math.floor(at * text.length))),
    // Paragraphs change places, or stand twice.
    fc.tuple(share, share).map(
      ([from, to]) =>
        (text: string) =>
          moved(text, from, to),
    ),
    fc.tuple(share, share, fc.constantFrom('> ', '- ', '    ', '1. ', '# ')).map(
      ([from, to, prefix]) =>
        (text: string) =>
          prefixed(text, from, to, prefix),
    ),
    fc
      .constantFrom(...bases)
      .chain((other) => share.map((at) => (text: string) => text + other.slice(Math.floor(at * other.length)))),
  );
  const mutated = fc
    .tuple(fc.constantFrom(...bases), fc.array(changes, { maxLength: 6 }))
    .map(([base, all]) => all.reduce((text, change) => change(text), base));
  return fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: markdown });
}

function moved(text: string, from: number, to: number): string {
  const paragraphs = text.split('\n\n');
  const [one] = paragraphs.slice(Math.floor(from * (paragraphs.length - 1)));
  paragraphs.splice(Math.floor(to * paragraphs.length), 0, one ?? '');
  return paragraphs.join('\n\n');
}

function prefixed(text: string, from: number, to: number, prefix: string): string {
  const lines = text.split('\n');
  const first = Math.floor(Math.min(from, to) * lines.length);
  const last = Math.floor(Math.max(from, to) * lines.length);
  return lines.map((one, n) => (n >= first && n < last ? prefix + one : one)).join('\n');
}

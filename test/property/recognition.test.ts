import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Checker } from '../../src/core/check.js';
import { fileReport, outlineReport } from '../../src/core/report.js';
import { check } from '../unit/parse.js';

const folder = new URL('../corpus/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** Pieces of releases, FAQs and noise, to be put together at random. */
const piece = fc.constantFrom(
  ...[
    '# Lantern opens',
    '## Press release',
    '### Problem',
    '## FAQ',
    '## External FAQ',
    '### Why?',
    '## Appendix',
    '**Solution:** It works.',
  ],
  ...[
    'SEATTLE, March 3, 2027 — Lantern today launched a lamp.',
    '*One lamp for every street.*',
    'People struggle without light. It costs them hours.',
  ],
  ...[
    '“It is bright,” said Ana, a customer.',
    '> “We built it,” said Bo, CEO of Lantern.',
    'To start, sign up. It takes minutes.',
    'Visit https://a.example',
  ],
  ...[
    '**Q: How?**',
    'A: So.',
    '- one\n- two',
    '1. **Why?** Because.',
    '<!-- prfaq-section problem -->',
    '<!-- note -->',
    '```\ncode\n```',
    '| a |\n|---|\n| b |',
  ],
  ...['문제', '질문: 얼마입니까?', '概要', '---', '', '[price]', '제목: 등불'],
);
const anyDocument = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('\n\n'));

describe('Recognition', () => {
  it('never reports a range outside the document, and none that overlaps another of its level', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const { narrative } = check(text).analysis;
        const sections = narrative.sections.filter((section) => section.range !== null);
        for (const { range, body, id } of sections) {
          assert.ok(range!.start >= 0 && range!.start <= range!.end && range!.end <= text.length, id);
          assert.ok(body!.start >= range!.start && body!.end <= range!.end, id);
        }
        for (const [n, one] of sections.entries()) {
          for (const other of sections.slice(n + 1)) {
            const overlap = one.range!.start < other.range!.end && other.range!.start < one.range!.end;
            // One block may carry two parts: a dateline opens the summary, a paragraph is solution and way to start.
            const shared = one.firstBlock === other.firstBlock || [one.id, other.id].includes('dateline');
            assert.ok(!overlap || shared, `${one.id} and ${other.id} in ${JSON.stringify(text)}`);
          }
        }
        for (const question of narrative.questions) {
          assert.ok(question.start <= question.end && question.answer.end <= text.length);
          assert.ok(question.answer.start >= question.end);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('after random edits is that of a document read from scratch', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 40 }),
      insert: fc.oneof(piece, fc.string({ maxLength: 12 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        const checker = new Checker();
        const path = 'draft.prfaq.md';
        let text = start;
        checker.check(text, path);
        for (const { at, remove, insert } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          const again = checker.check(text, path);
          const fresh = new Checker().check(text, path);
          assert.deepEqual(outlineReport(path, again), outlineReport(path, fresh));
          assert.deepEqual(fileReport(path, again), fileReport(path, fresh));
        }
      }),
      { numRuns: 60 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { Checker } from '../../src/core/check.js';
import { meetingRecord, type RecordInput } from '../../src/core/meeting/record.js';
import { NOTE_KINDS, type PlacedNote } from '../../src/core/notes/model.js';

const NOTE: PlacedNote = {
  id: 'urn:uuid:1',
  kind: 'question',
  body: 'Were the two groups assigned at random?\nBy whom?',
  reader: { id: 'min-jun-seo', name: 'Min-jun Seo' },
  created: '2026-11-02T09:00:00.000Z',
  modified: '2026-11-02T09:00:00.000Z',
  resolved: false,
  target: { exact: 'Of the 106 that received it,\n41 bought', prefix: '', suffix: '', start: 40, end: 78 },
  range: { start: 40, end: 78 },
  page: 2,
};

const INPUT: RecordInput = {
  title: 'Lanternhouse tells owners *before* the visit',
  file: 'lantern house.prfaq.md',
  date: '2026-11-02',
  readers: ['Ana Duarte', 'Min-jun Seo'],
  readingTime: 18 * 60_000 + 20_000,
  feedback: [{ text: 'The problem is clear.', who: 'Ana Duarte' }],
  decisions: [{ text: 'Go on with the trial in Leeds.', who: '' }],
  actions: [
    { text: 'Ask the safety board about ranges', who: 'Priya', due: '2026-11-16' },
    { text: 'Count terraced houses', who: '', due: '', doneAt: 1 },
  ],
  notes: [
    { ...NOTE, answeredOnPage: 4 },
    { ...NOTE, kind: 'praise', body: 'Keep.', range: { start: 90, end: 95 } },
    { ...NOTE, kind: 'typo', body: '', resolved: true, range: { start: 200, end: 205 }, page: 6 },
    { ...NOTE, kind: 'concern', body: 'Where is it?', range: null },
  ],
  lineAt: (offset) => Math.floor(offset / 10),
  sheets: 5,
};

describe('The record of a meeting', () => {
  it('says what was said, page by page, with tasks and links', () => {
    assert.equal(
      meetingRecord(INPUT, 'en'),
      `---
type: meeting-record
---

# Meeting record: Lanternhouse tells owners \\*before\\* the visit

- **Document:** [lantern house.prfaq.md](lantern%20house.prfaq.md)
- **Date:** 2026-11-02
- **Readers:** Ana Duarte, Min-jun Seo
- **Read in silence:** 18 minutes
- **Notes:** 4, of which 2 to work off

## High-level feedback

- The problem is clear. (Ana Duarte)

## Decisions

1. Go on with the trial in Leeds.

## Actions

- [ ] Ask the safety board about ranges (Priya) by 2026-11-16
- [x] Count terraced houses

## Notes

### Page 2

- [ ] **Question** · Min-jun Seo · [line 5](lantern%20house.prfaq.md#L5)
  > Of the 106 that received it, 41 bought

  Were the two groups assigned at random?\\
  By whom?

  *Answered on page 4.*

- **Praise** · Min-jun Seo · [line 10](lantern%20house.prfaq.md#L10)
  > Of the 106 that received it, 41 bought

  Keep.

### Appendix, page 1

- [x] **Typo** · Min-jun Seo · [line 21](lantern%20house.prfaq.md#L21)
  > Of the 106 that received it, 41 bought

## Not placed

The words of these notes are not in the document any more.

- [ ] **Concern** · Min-jun Seo
  > Of the 106 that received it, 41 bought

  Where is it?
`,
    );
  });

  it('is as complete in Korean', () => {
    const [en, ko] = [meetingRecord(INPUT, 'en'), meetingRecord(INPUT, 'ko')];
    assert.match(ko, /^# 회의 기록: /m);
    assert.match(ko, /^- \[ \] \*\*질문\*\* · Min-jun Seo · \[5번째 줄\]\(lantern%20house\.prfaq\.md#L5\)$/m);
    assert.equal(ko.split('\n').length, en.split('\n').length);
    assert.doesNotMatch(ko, /Document|Notes|Decisions|Actions|Page|line/);
  });

  it('is no narrative, whatever it is called and quotes', () => {
    const quoting = { ...INPUT, notes: [{ ...NOTE, target: { ...NOTE.target, exact: '## Internal FAQ' } }] };
    for (const name of ['PRFAQ-x.record-2026-11-02.md', 'a.prfaq.md', 'pr-faq.md', 'six-pager.md']) {
      const { analysis, findings } = new Checker().check(meetingRecord(quoting, 'en'), name);
      assert.equal(analysis.narrative.kind, null, name);
      assert.deepEqual(findings, []);
    }
  });

  it('leaves out what there is none of', () => {
    const bare = meetingRecord(
      { ...INPUT, readingTime: null, feedback: [], decisions: [], actions: [], notes: [], readers: [] },
      'en',
    );
    assert.deepEqual(bare.match(/^(?:#|- ).*/gm), [
      '# Meeting record: Lanternhouse tells owners \\*before\\* the visit',
      '- **Document:** [lantern house.prfaq.md](lantern%20house.prfaq.md)',
      '- **Date:** 2026-11-02',
    ]);
  });

  it('shows what readers wrote letter by letter, and lets none of it become markup', () => {
    const markdown = new MarkdownIt({ html: true });
    const piece = fc.constantFrom(
      '# a',
      '- b',
      '1. c',
      '> d',
      '<script>x</script>',
      '<!-- y -->',
      '![i](http://e)',
      '[l](javascript:x)',
      '*e*',
      '`f`',
      '~~g~~',
      '\\',
      '&amp;',
      '|',
      '===',
      '---',
      '```',
      '    code',
      '\n',
      '\n\n',
      '가 나',
      '+ h',
      '[ ] k',
      'http://x',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(' '));
    const squeezed = (value: string) => value.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(text, text, fc.constantFrom(...NOTE_KINDS), (body, name, kind) => {
        const note = { ...NOTE, kind, body, reader: { id: 'x', name }, target: { ...NOTE.target, exact: name } };
        const record = meetingRecord(
          {
            ...INPUT,
            title: name,
            actions: [{ text: body, who: name, due: '' }],
            feedback: [],
            decisions: [],
            notes: [note],
          },
          'en',
        );
        const tokens = markdown.parse(record.slice(record.indexOf('# ')), {});
        const shown = tokens.filter((token) => token.type === 'inline');
        const spans = new Set(shown.flatMap((token) => (token.children ?? []).map((child) => child.type)));
        for (const type of spans)
          assert.ok(
            [
              'text',
              'softbreak',
              'hardbreak',
              'strong_open',
              'strong_close',
              'em_open',
              'em_close',
              'link_open',
              'link_close',
              'text_special',
            ].includes(type),
            type,
          );
        const plain = shown.map((token) =>
          squeezed(
            (token.children ?? []).map((child) => (child.type.endsWith('break') ? ' ' : child.content)).join(''),
          ),
        );
        if (squeezed(body) !== '') assert.ok(plain.includes(squeezed(body)), `${body} in ${record}`);
        assert.ok(plain.includes(squeezed(`Meeting record: ${name}`)), name);
        const links = shown.flatMap((token) => (token.children ?? []).flatMap((child) => child.attrGet('href') ?? []));
        assert.deepEqual(links, ['lantern%20house.prfaq.md', 'lantern%20house.prfaq.md#L5']);
        assert.deepEqual(
          tokens.filter((token) => token.type === 'heading_open').map((token) => token.tag),
          ['h1', 'h2', 'h2', 'h3'],
        );
      }),
    );
  });
});

// What must hold of any text. Each property is run by `npm test -- property` for a moment, and by `npm run fuzz` for minutes.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixText } from '../../src/cli/fix.js';
import { type Checked, Checker } from '../../src/core/check.js';
import { type Options, resolveOptions } from '../../src/core/config/options.js';
import { applyEdits, safeMends } from '../../src/core/fix.js';
import { messagesFor } from '../../src/core/messages/index.js';
import type { Finding, Fix } from '../../src/core/model.js';
import { fileReport, outlineReport } from '../../src/core/report.js';
import { silencingFixes } from '../../src/core/silence.js';
import { LIBRARY } from '../../src/core/templates/library.js';
import { apply, document, edit } from './arbitraries.js';

const PATH = 'draft.prfaq.md';
/** With the templates at hand, so that all fixes are offered. */
const options = resolveOptions({}, LIBRARY);
/** And with every rule on, whatever its default. */
const everything: Options = {
  ...options,
  rules: new Map([...options.rules].map(([id, rule]) => [id, { ...rule, severity: 'warning' as const }])),
};

export const check = (text: string): Checked => new Checker().check(text, PATH, everything);

/** The properties, by name. `bases` are the documents that they start from. */
export function properties(bases: readonly string[]): Readonly<Record<string, fc.IRawProperty<unknown>>> {
  const any = document(bases);
  const of = (run: (text: string) => void): fc.IRawProperty<unknown> =>
    fc.property(any, run) as fc.IRawProperty<unknown>;
  return {
    'ranges lie inside the text, fixes keep apart': of(rangesInside),
    'a safe fix removes its finding, silence silences it': fc.property(any, fc.nat(), (text, which) =>
      fixRemovesFinding(text, which),
    ) as never,
    'safe fixes converge': of(fixesConverge),
    'lines end in \\n or \\r\\n: all the same': of(lineEndsMatterNot),
    'a re-check is a check': fc.property(any, fc.array(edit, { minLength: 1, maxLength: 6 }), recheckIsCheck) as never,
  };
}

export function rangesInside(text: string): void {
  const checked = check(text);
  const inside = (what: string, { start, end }: { start: number; end: number }): void =>
    assert.ok(start >= 0 && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`);
  const { sections, questions } = checked.analysis.narrative;
  for (const { id, range, body } of sections) {
    if (range) inside(id, range);
    if (body) inside(`body of ${id}`, body);
  }
  for (const question of questions) {
    inside(question.text, question);
    inside(`answer to ${question.text}`, question.answer);
  }
  for (const finding of checked.findings) {
    inside(finding.rule, finding);
    for (const { title, edits } of [...finding.fixes, ...silences(checked, finding)]) {
      assert.ok(edits.length > 0, `“${title}” does nothing`);
      const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
      for (const [n, one] of sorted.entries()) {
        inside(title, one);
        assert.ok(n === 0 || sorted[n - 1]!.end <= one.start, `“${title}” changes the same text twice`);
      }
    }
  }
  // What programs read is made of the same: places on lines that are there.
  const lines = text.split(/\r\n|\r|\n/);
  const report = fileReport(PATH, checked);
  for (const { rule, line, column, endLine, endColumn } of report.issues) {
    assert.ok(line >= 1 && line <= endLine && endLine <= lines.length, rule);
    assert.ok(column >= 1 && column <= lines[line - 1]!.length + 1, rule);
    assert.ok(endColumn >= 1 && endColumn <= lines[endLine - 1]!.length + 1, rule);
  }
  outlineReport(PATH, checked);
}

function silences({ analysis }: Checked, finding: Finding): Fix[] {
  return silencingFixes(analysis, finding, messagesFor('en'));
}

/** Takes one finding's fix and does it: of what the rule says in these words, there is less than before. */
function fixRemovesFinding(text: string, which: number): void {
  const checked = check(text);
  // A text that has lost its shape has no certain place for what is missing. Of documents that have theirs, a unit test does every fix.
  const offered = fixesOf(checked).filter(
    ({ finding, fix, silences }) => fix.safe || (silences && finding.rule !== 'missing-section'),
  );
  if (offered.length > 0) assertRemoves(text, checked, offered[which % offered.length]!);
}

export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly silences: boolean;
}

/** Every fix of every finding, and what silences it. */
export function fixesOf(checked: Checked): Offer[] {
  return checked.findings.flatMap((finding) => [
    ...finding.fixes.map((fix) => ({ finding, fix, silences: false })),
    ...silences(checked, finding).map((fix) => ({ finding, fix, silences: true })),
  ]);
}

export function assertRemoves(text: string, checked: Checked, { finding, fix }: Offer): void {
  const count = (of: Checked): number =>
    of.findings.filter(({ rule, message }) => rule === finding.rule && message === finding.message).length;
  const fixed = applyEdits(text, fix.edits);
  assert.notEqual(fixed, text, `“${fix.title}” changes nothing`);
  assert.ok(count(check(fixed)) < count(checked), `“${fix.title}” leaves ${finding.rule}: ${finding.message}`);
}

export function fixesConverge(text: string): void {
  const fixed = fixText(text, PATH, everything);
  assert.deepEqual(safeMends(fixed.checked.findings), [], 'there is more to fix');
  const again = fixText(fixed.text, PATH, everything);
  assert.equal(again.text, fixed.text);
  // What safe fixes don't touch is as it was: without the edits' own text, each line that had none stays.
  const mends = safeMends(check(text).findings).flatMap(({ fix }) => fix.edits);
  const sorted = [...mends].sort((a, b) => a.start - b.start);
  for (const [n, one] of sorted.entries()) assert.ok(n === 0 || sorted[n - 1]!.end <= one.start, 'two fixes meet');
}

export function lineEndsMatterNot(raw: string): void {
  const text = raw.replace(/\r\n?/g, '\n');
  const crlf = text.replaceAll('\n', '\r\n');
  const plain = (of: string) => {
    const checked = check(of);
    const { issues, ...head } = fileReport(PATH, checked);
    const all = issues.map(({ fixes, ...issue }) => ({
      ...issue,
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map((one) => ({ ...one, text: one.text.replaceAll('\r\n', '\n') })),
      })),
    }));
    return { ...head, issues: all, outline: outlineReport(PATH, checked) };
  };
  assert.deepEqual(plain(crlf), plain(text));
}

function recheckIsCheck(start: string, edits: readonly Parameters<typeof apply>[1][]): void {
  const checker = new Checker();
  let text = start;
  checker.check(text, PATH, everything).layout();
  for (const one of edits) {
    text = apply(text, one);
    const again = checker.check(text, PATH, everything);
    const fresh = check(text);
    assert.deepEqual(fileReport(PATH, again), fileReport(PATH, fresh));
    assert.deepEqual(outlineReport(PATH, again), outlineReport(PATH, fresh));
  }
}

import type { Finding, Fix, Range, TextEdit } from './model.js';

/** A finding with the fix that mends it. */
export interface Mend {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * What can be mended at one go: the first safe fix of each finding, without those whose edits would meet an edit of an earlier one.
 * What is left out comes up again when the text is checked anew.
 */
export function safeMends(findings: readonly Finding[]): Mend[] {
  const taken: Range[] = [];
  const mends: Mend[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.safe);
    if (!fix || fix.edits.some((edit) => taken.some((other) => meet(edit, other)))) continue;
    taken.push(...fix.edits);
    mends.push({ finding, fix });
  }
  return mends;
}

/** Whether two edits touch the same text, or insert at the same place. */
function meet(a: Range, b: Range): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** The text with edits made to it that don't meet; everything outside their ranges stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

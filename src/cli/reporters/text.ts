import type { OutlineReport } from '../../core/report.js';
import type { Reporter } from './reporter.js';

/** Findings for people: a line each, `path:line:column`, which terminals make clickable. */
export const textReport: Reporter = ({ files, summary }) => {
  const out: string[] = [];
  for (const file of files) {
    for (const issue of file.issues) {
      out.push(`${file.path}:${issue.line}:${issue.column} ${issue.severity} ${issue.message} (${issue.rule})`);
    }
  }
  const checked = files.filter((file) => file.kind !== null).length;
  const counts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    `${summary.information} information`,
    plural(summary.hints, 'hint'),
  ];
  out.push(`${plural(checked, 'narrative')} checked: ${counts.join(', ')}`);
  return out.join('\n');
};

const SIGNS = { ok: '✓', missing: '✗', empty: '○', placeholder: '…', 'over-limit': '!', 'out-of-order': '↕' } as const;

/** The outline for people; `reasons` gives, by section id, how each was recognised. */
export function textOutline(report: OutlineReport, reasons: ReadonlyMap<string, string> | null): string {
  if (report.kind === null) return `${report.path}: not a PR/FAQ or six-pager`;
  const { pages } = report;
  const paper = [
    ['press release', pages.pressRelease],
    ['FAQ', pages.faq],
    ['body', pages.body],
    ['appendix', pages.appendix],
  ] as const;
  const out = [`${report.path}: ${report.kind}, ${report.language}, ${plural(report.words, 'word')}`];
  out.push(
    `pages: ${paper
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${count.toFixed(1)}`)
      .join(', ')}`,
  );
  for (const section of report.sections) {
    if (section.status === 'missing' && !section.required) continue;
    const where = section.line === null ? '' : `line ${section.line}`;
    const status = section.status === 'ok' ? '' : section.status;
    out.push(
      `  ${SIGNS[section.status]} ${section.title.padEnd(24)} ${where.padEnd(10)} ${(section.words ? plural(section.words, 'word') : '').padEnd(12)} ${status}`.trimEnd(),
    );
    const reason = reasons?.get(section.id);
    if (reason !== undefined) out.push(`      known by ${reason}`);
  }
  const open = report.questions.filter((question) => !question.answered).length;
  out.push(`${plural(report.questions.length, 'question')}${open ? `, ${open} without an answer` : ''}`);
  for (const question of report.questions)
    out.push(`  ${question.answered ? '✓' : '○'} line ${String(question.line).padEnd(5)} ${question.text}`);
  return out.join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

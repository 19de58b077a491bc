import type { OutlineReport } from '../../core/report.js';
import { LOCALE } from '../locale.js';
import type { Reporter } from './reporter.js';
import { wordsFor } from './words.js';

const words = wordsFor(LOCALE);

/** Findings for people: a line each, `path:line:column`, which terminals make clickable. */
export const textReport: Reporter = ({ files, summary }) => {
  const out = files.flatMap((file) =>
    file.issues.map(
      (issue) => `${file.path}:${issue.line}:${issue.column} ${issue.severity} ${issue.message} (${issue.rule})`,
    ),
  );
  const narratives = files.filter((file) => file.kind !== null).length;
  return [...out, words.checked(narratives, summary)].join('\n');
};

const SIGNS = { ok: '✓', missing: '✗', empty: '○', placeholder: '…', 'over-limit': '!', 'out-of-order': '↕' } as const;

/** The outline for people; `reasons` gives, by section id, how each was recognised. */
export function textOutline(report: OutlineReport, reasons: ReadonlyMap<string, string> | null): string {
  if (report.kind === null) return `${report.path}: ${words.noNarrative}`;
  const out = [`${report.path}: ${report.kind}, ${report.language}, ${words.words(report.words)}`, paper(report.pages)];
  for (const section of report.sections) {
    if (section.status === 'missing' && !section.required) continue;
    const columns = [
      pad(section.title, 24),
      pad(section.line === null ? '' : words.line(section.line), 10),
      pad(section.words ? words.words(section.words) : '', 12),
      words.statuses[section.status],
    ];
    out.push(`  ${SIGNS[section.status]} ${columns.join(' ')}`.trimEnd());
    const reason = reasons?.get(section.id);
    if (reason !== undefined) out.push(`      ${words.knownBy(reason)}`);
  }
  const open = report.questions.filter((question) => !question.answered).length;
  out.push(words.questions(report.questions.length, open));
  for (const { answered, line, text } of report.questions)
    out.push(`  ${answered ? '✓' : '○'} ${pad(words.line(line), 10)} ${text}`);
  return out.join('\n');
}

function paper({ pressRelease, faq, body, appendix }: OutlineReport['pages']): string {
  const counts = [pressRelease, faq, body, appendix];
  const parts = words.parts.flatMap((part, index) =>
    counts[index]! > 0 ? [`${part} ${counts[index]!.toFixed(1)}`] : [],
  );
  return `${words.pages}: ${parts.join(', ')}`;
}

/** With spaces behind it, as wide as so many columns of a terminal, in which Hangul, kana and Han take two. */
function pad(text: string, columns: number): string {
  const wide = text.match(WIDE)?.length ?? 0;
  return text.padEnd(columns - wide);
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

import { lineFrom, sectionOf } from './places.js';
import type { Rule } from './rule.js';

/** Kinds of results that a metrics section has to name before the lack of inputs shows. */
const OUTPUTS = 2;

/** A six-pager's metrics that are all results: revenue, users, satisfaction, and nothing that the team controls. */
export const inputMetrics: Rule = {
  id: 'input-metrics',
  summary: { en: 'The metrics name results only.', ko: '지표에 결과만 있습니다.' },
  severity: 'information',
  options: {},
  check({ analysis, messages, language, prose, texts }, report) {
    const section = sectionOf(analysis, 'metrics');
    const { metrics } = language;
    if (!section?.body || !section.range || !metrics || !prose || section.part !== 'body') return;
    const text = analysis.markdown.text.slice(section.body.start, section.body.end);
    if (metrics.inputs.test(text)) return;
    const outputs = [...new Set([...text.matchAll(metrics.outputs)].map((match) => match[0].toLowerCase()))];
    if (outputs.length < OUTPUTS) return;
    const template = texts?.sections.metrics?.text;
    const { eol } = analysis.markdown.lines;
    const at = section.body.end;
    const edit = { start: at, end: at, text: `${eol}${eol}${template}` };
    report(
      lineFrom(analysis, section.range.start),
      messages.inputMetrics(outputs.slice(0, 3)),
      template ? [{ title: messages.addInputMetric(), edits: [edit], safe: false }] : [],
    );
  },
};

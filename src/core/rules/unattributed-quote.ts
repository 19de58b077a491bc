import { quotedRanges } from '../text/quoted.js';
import { lineFrom, trimmed } from './places.js';
import type { Rule } from './rule.js';

/** A quotation that nobody is named for. */
export const unattributedQuote: Rule = {
  id: 'unattributed-quote',
  summary: { en: 'A quotation doesn’t say who speaks.', ko: '누가 한 말인지 밝히지 않은 인용문이 있습니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages }, report) {
    const { narrative, markdown } = analysis;
    for (const section of narrative.sections) {
      if (
        !section.id.endsWith('-quote') ||
        !section.body ||
        (section.status !== 'ok' && section.status !== 'over-limit')
      )
        continue;
      let around = '';
      let quotations = 0;
      for (const block of markdown.blocks.slice(section.firstBlock, section.endBlock)) {
        if (block.type !== 'paragraph' && block.type !== 'heading') continue;
        const from = Math.max(block.start, section.body.start) - block.start;
        const to = Math.min(block.end, section.body.end) - block.start;
        let at = from;
        for (const quoted of quotedRanges(block.prose)) {
          if (quoted.start < from || quoted.end > to) continue;
          quotations++;
          around += `${block.prose.text.slice(at, quoted.start)} `;
          at = quoted.end;
        }
        if (to > at) around += `${block.prose.text.slice(at, to)}\n`;
      }
      // Without quotation marks the speaker may stand in the text itself.
      const heading = markdown.text.slice(section.range!.start, section.body.start);
      if (quotations === 0 || isCredited(around) || namesSpeaker(heading)) continue;
      report(lineFrom(analysis, trimmed(analysis, section.body).start), messages.unattributed(section.title));
    }
  },
};

/** Whether the words around a quotation say whose it is: a name, or a verb of saying or a dash with a role. */
function isCredited(around: string): boolean {
  const text = around.replaceAll('\u2060', '').trim();
  // Scripts without capitals: any word will do.
  return (
    /\p{Lu}\p{L}+|[\p{Lo}\ufffc]/u.test(text) ||
    /\b(?:said|says?|explain(?:s|ed)|add(?:s|ed)|not(?:es|ed))\s+\w+|[—–-]\s*\w+/i.test(text)
  );
}

/** “Quote from Ana Ruiz, head of maintenance”, “고객 인용: 박서연”: the heading says who speaks. */
function namesSpeaker(heading: string): boolean {
  return /\b(?:from|by)\s+\p{Lu}|[,(]|(?:[—–:：]|\s-)[\s*_]*(?:\p{Lu}|(?!고객|리더|대표|사용자|회사)[가-힣]{2})/u.test(
    heading,
  );
}

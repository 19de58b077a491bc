import * as vscode from 'vscode';
import type { Section } from '../../core/model.js';
import type { Analysis } from '../../core/narrative/narrative.js';
import { WHY } from '../../core/rules/why.js';
import { LIBRARY } from '../../core/templates/library.js';
import { templateLanguage } from '../../core/templates/template.js';
import { toRange } from '../convert.js';
import { Disposable } from '../disposable.js';
import type { DocumentState, Documents } from '../documents.js';
import type { Lent } from './feature.js';

/** Over a finding, why its rule asks; over a section's title, what belongs there and how long it may be. */
export class Hovers extends Disposable implements vscode.HoverProvider {
  constructor(
    readonly documents: Documents,
    readonly teamCoaching: Lent['teamCoaching'],
  ) {
    super();
    this.register(vscode.languages.registerHoverProvider({ language: 'markdown' }, this));
  }

  provideHover({ uri }: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const state = this.documents.current(uri);
    if (!state?.checked?.analysis.narrative.kind) return undefined;
    const { analysis, findings } = state.checked;
    const here = findings.filter((finding) => toRange(analysis.markdown, finding).contains(position));
    const section = titledSection(analysis, position);
    if (here.length === 0 && !section) return undefined;
    const language = templateLanguage(vscode.env.language);
    const reasons = [...new Set(here.map(({ rule }) => rule))].flatMap((rule) => {
      const why = WHY[rule]?.[language];
      return why ? [new vscode.MarkdownString(`**${vscode.l10n.t('Why?')}** ${why}`)] : [];
    });
    const coaching =
      section &&
      (this.teamCoaching(analysis, section.id, language) ?? LIBRARY[language].sections[section.id]?.coaching);
    return new vscode.Hover([...(section ? [describe(state, section, coaching)] : []), ...reasons]);
  }
}

/** The section whose heading or label is at a position. */
function titledSection({ narrative, markdown }: Analysis, position: vscode.Position): Section | undefined {
  return narrative.sections.find(({ range, body, source }) => {
    if (!range || !body || source === 'position') return false;
    // A headline is its own text: its line is its title.
    const title = toRange(markdown, { start: range.start, end: Math.max(range.start, body.start) });
    return body.start > range.start ? title.contains(position) : title.start.line === position.line;
  });
}

function describe(state: DocumentState, section: Section, coaching: string | undefined): vscode.MarkdownString {
  const { recognition } = state.checked!.analysis;
  const words = recognition.variant?.sections.find(({ id }) => id === section.id)?.words;
  const text = new vscode.MarkdownString(`**${section.title}**`);
  if (coaching) text.appendMarkdown(`  \n${coaching}`);
  if (section.part !== 'faq') text.appendMarkdown(`\n\n${length(section.words, words)}`);
  return text;
}

function length(words: number, { min, max }: { readonly min?: number; readonly max?: number } = {}): string {
  if (min !== undefined && max !== undefined) return vscode.l10n.t('{0} to {1} words; it has {2}.', min, max, words);
  if (max !== undefined) return vscode.l10n.t('Up to {0} words; it has {1}.', max, words);
  return vscode.l10n.t('It has {0} words.', words);
}

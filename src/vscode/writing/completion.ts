import * as vscode from 'vscode';
import type { Section } from '../../core/model.js';
import type { Analysis } from '../../core/narrative/narrative.js';
import { LIBRARY } from '../../core/templates/library.js';
import { toSnippet } from '../../core/templates/snippet.js';
import { type TemplateTexts, templateLanguage } from '../../core/templates/template.js';
import { Disposable } from '../disposable.js';
import type { Lent } from './feature.js';

/**
 * Proposes on an empty line of a narrative, or behind the marks of a heading there, what is missing: the sections that belong at this
 * place, and in an FAQ the hard questions that nobody has asked.
 */
export class Completion extends Disposable implements vscode.CompletionItemProvider {
  constructor(readonly lent: Lent) {
    super();
    this.register(vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, this, '#'));
  }

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const { documents, sectionFor, teamCoaching } = this.lent;
    const line = document.lineAt(position.line);
    const typed = line.text.slice(0, position.character);
    if (line.text.slice(position.character).trim() !== '' || !/^#{0,6}[ \t]*\S*$/.test(typed)) return [];
    if (!documents.current(document.uri)?.checked?.analysis.narrative.kind) return [];
    const offset = document.offsetAt(line.range.start);
    // What is being typed is no part of the document yet.
    const { analysis } = documents.check(document.uri, blank(document.getText(), offset, document.offsetAt(position)));
    const texts = LIBRARY[templateLanguage(analysis.narrative.language)];
    const place = new Place(document, position, typed);
    const sections = sectionsFor(analysis, offset).map((section) => ({
      section,
      text: sectionFor(analysis, section.id, texts),
    }));
    const offered = (required: boolean): Offer[] =>
      sections
        .filter(({ section }) => section.required === required)
        .map(({ section: { title, id }, text }) => ({
          label: title,
          text,
          detail: required ? vscode.l10n.t('missing') : vscode.l10n.t('optional'),
          documentation: teamCoaching(analysis, id, analysis.narrative.language) ?? texts.sections[id]?.coaching,
          also: id,
        }));
    return [...offered(true), ...questionsFor(this.lent, analysis, offset, texts), ...offered(false)].map((offer, n) =>
      place.item(offer, n),
    );
  }
}

/** What completion proposes. */
interface Offer {
  readonly label: string;
  readonly text: string;
  readonly detail?: string;
  readonly documentation?: string | undefined;
  /** Another name by which it is found. */
  readonly also: string;
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** The missing sections that belong between what stands before and after a place, in order; none in the middle of a section. */
function sectionsFor({ narrative: { sections } }: Analysis, offset: number): Section[] {
  if (sections.some(({ range }) => range && range.start < offset && range.end > offset)) return [];
  const startsBefore = ({ range }: Section): boolean => range !== null && range.start < offset;
  const last = sections.findLastIndex(startsBefore);
  const next = sections.findIndex(({ range }, n) => n > last && range !== null);
  return sections
    .slice(last + 1, next === -1 ? undefined : next)
    .filter(({ status, id }) => status === 'missing' && id !== 'dateline');
}

/** The hard questions that are not asked yet, where a place is in the FAQ that should ask them; written as its questions are. */
function questionsFor(
  { languageOf, unaskedQuestions, writeQuestions }: Lent,
  analysis: Analysis,
  offset: number,
  texts: TemplateTexts,
): Offer[] {
  const { sections, questions, language } = analysis.narrative;
  const section = sections.filter(({ range }) => range && range.start < offset).findLast(({ range }) => range);
  if (section?.id !== 'internal-faq' && section?.id !== 'faq') return [];
  const before = questions.findLast(({ start }) => start < offset && start >= section.range!.start);
  const level = (analysis.markdown.blocks[section.firstBlock]?.level ?? 2) + 1;
  return unaskedQuestions(analysis, languageOf(language)).flatMap((id) => {
    const question = texts.questions.internal.find(({ asks }) => asks === id)?.text;
    if (question === undefined) return [];
    const [text] = writeQuestions(analysis, [question], before, texts, level);
    return [{ label: question, text: text!, also: texts.question.prefix }];
  });
}

/** The line that completion writes into. */
class Place {
  readonly #range: vscode.Range;
  readonly #above: string;
  readonly #below: string;

  constructor(
    document: vscode.TextDocument,
    readonly position: vscode.Position,
    readonly typed: string,
  ) {
    const { line } = position;
    const filled = (n: number): boolean => n >= 0 && n < document.lineCount && document.lineAt(n).text.trim() !== '';
    this.#range = new vscode.Range(new vscode.Position(line, 0), position);
    this.#above = filled(line - 1) ? '\n' : '';
    this.#below = filled(line + 1) ? '\n' : '';
  }

  item({ label, text, detail, documentation, also }: Offer, n: number): vscode.CompletionItem {
    const item = new vscode.CompletionItem(
      detail === undefined ? label : { label, description: detail },
      vscode.CompletionItemKind.Struct,
    );
    item.insertText = new vscode.SnippetString(toSnippet(`${this.#above}${text}${this.#below}`));
    item.range = this.#range;
    item.filterText = `${/^#*[ \t]*/.exec(this.typed)![0]}${label} ${also}`;
    // In front of every snippet.
    item.sortText = `!${String(n).padStart(2, '0')}`;
    item.preselect = n === 0;
    if (documentation) item.documentation = documentation;
    return item;
  }
}

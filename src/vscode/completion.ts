import * as vscode from 'vscode';
import { languageOf } from '../core/languages/index.js';
import type { Section } from '../core/model.js';
import type { Analysis } from '../core/narrative/narrative.js';
import { unaskedQuestions } from '../core/rules/hard-questions.js';
import { sectionFor } from '../core/templates/insert.js';
import { writeQuestions } from '../core/templates/questions.js';
import type { TemplateTexts } from '../core/templates/template.js';
import { templateLanguage, toSnippet } from '../core/templates/templates.js';
import { Disposable } from './disposable.js';
import type { Documents } from './documents.js';

/**
 * Proposes on an empty line of a narrative, or behind the marks of a heading there, what is missing: the sections that belong at this
 * place, and in an FAQ the hard questions that nobody has asked.
 */
export class Completion extends Disposable implements vscode.CompletionItemProvider {
  constructor(readonly documents: Documents) {
    super();
    this.register(vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, this, '#'));
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const line = document.lineAt(position.line);
    const typed = line.text.slice(0, position.character);
    if (line.text.slice(position.character).trim() !== '' || !/^#{0,6}[ \t]*\S*$/.test(typed)) return [];
    if (!this.documents.current(document.uri)?.checked?.analysis.narrative.kind) return [];
    const offset = document.offsetAt(line.range.start);
    // What is being typed is no part of the document yet.
    const { analysis } = this.documents.check(
      document.uri,
      blank(document.getText(), offset, document.offsetAt(position)),
    );
    const { LIBRARY } = await this.documents.library.load();
    const texts = LIBRARY[templateLanguage(analysis.narrative.language)];
    const place = new Place(document, position, typed);
    return [
      ...sectionsFor(analysis, offset).map((section, n) =>
        place.item(section.title, sectionFor(analysis, section.id, texts), n, {
          detail: section.required ? vscode.l10n.t('missing') : vscode.l10n.t('optional'),
          documentation: texts.sections[section.id]?.coaching,
          also: section.id,
        }),
      ),
      ...questionsFor(analysis, offset, texts).map(({ question, text }, n) =>
        place.item(question, text, n, { detail: vscode.l10n.t('not asked yet'), also: texts.question.prefix }),
      ),
    ];
  }
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
  analysis: Analysis,
  offset: number,
  texts: TemplateTexts,
): { readonly question: string; readonly text: string }[] {
  const { sections, questions, language } = analysis.narrative;
  const section = sections.filter(({ range }) => range && range.start < offset).findLast(({ range }) => range);
  if (section?.id !== 'internal-faq' && section?.id !== 'faq') return [];
  const before = questions.findLast(({ start }) => start < offset && start >= section.range!.start);
  const level = (analysis.markdown.blocks[section.firstBlock]?.level ?? 2) + 1;
  return unaskedQuestions(analysis, languageOf(language)).flatMap((id) => {
    const question = texts.questions.internal.find(({ asks }) => asks === id)?.text;
    if (question === undefined) return [];
    return [{ question, text: writeQuestions(analysis, [question], before, texts, level)[0]! }];
  });
}

interface Extra {
  readonly detail: string;
  readonly documentation?: string | undefined;
  /** Another name by which it is found. */
  readonly also: string;
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

  item(label: string, text: string, n: number, { detail, documentation, also }: Extra): vscode.CompletionItem {
    const item = new vscode.CompletionItem({ label, description: detail }, vscode.CompletionItemKind.Struct);
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

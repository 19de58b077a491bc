import type markdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import * as vscode from 'vscode';
import type { Question } from '../core/model.js';
import type { DocumentState, Documents } from './documents.js';

export type MarkdownIt = ReturnType<typeof markdownIt>;

/**
 * VS Code's own Markdown preview, in harmony with ours: questions and answers of a narrative get the classes that
 * `media/built-in-preview.css` styles. Coaching and directives are comments, which it hides by itself. Other documents stay as they are.
 */
export function markQuestions(markdown: MarkdownIt, documents: Documents): MarkdownIt {
  let unknown: string | undefined;
  markdown.core.ruler.push('prfaq_questions', ({ tokens, src }) => {
    // VS Code doesn't say which document it parses, so it is known by its text; a part of one stays as it is.
    const state = documents.all.find((one) => textOf(one) === src);
    if (!state) unknown = src;
    else if (state.checked) mark(tokens, state);
  });
  // A preview may be there before the document was read, as where a window is opened again.
  documents.onDidChange((state) => {
    if (unknown === undefined || textOf(state) !== unknown) return;
    unknown = undefined;
    if (state.checked?.analysis.narrative.kind) void vscode.commands.executeCommand('markdown.preview.refresh');
  });
  return markdown;
}

/** As markdown-it is given it. */
function textOf({ document }: DocumentState): string {
  return document.getText().replaceAll('\r\n', '\n');
}

function mark(tokens: readonly Token[], { checked }: DocumentState): void {
  const { narrative, markdown } = checked!.analysis;
  const lineOf = (offset: number): number => markdown.lines.lineAt(offset);
  // The answer's range opens with the line break behind the question.
  const answerOf = ({ answer }: Question): number =>
    answer.start + markdown.text.slice(answer.start, answer.end).search(/\S/);
  for (const token of tokens) {
    if (!token.map || token.nesting < 0 || token.level > 0) continue;
    const [line, end] = token.map;
    const begins = (offset: number): boolean => lineOf(offset) >= line && lineOf(offset) < end;
    const asked = narrative.questions.findLast(({ start }) => lineOf(start) < end);
    if (!asked?.answered) continue;
    // A paragraph that both asks and answers is an answer: only its first words ask.
    if (begins(asked.start) && !begins(answerOf(asked))) token.attrJoin('class', 'prfaq-question');
    else if (line <= lineOf(asked.answer.end - 1)) token.attrJoin('class', 'prfaq-answer');
  }
}

import * as vscode from 'vscode';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';

/** Folds what carries no Markdown heading, which VS Code folds by itself: sections known by a label, questions in bold or with `Q:`. */
export class Folding extends Disposable implements vscode.FoldingRangeProvider {
  constructor(readonly documents: Documents) {
    super();
    this.register(vscode.languages.registerFoldingRangeProvider({ language: 'markdown' }, this));
  }

  provideFoldingRanges({ uri }: vscode.TextDocument): vscode.FoldingRange[] {
    const analysis = this.documents.current(uri)?.checked?.analysis;
    if (!analysis) return [];
    const { lines } = analysis.markdown;
    const { sections, questions } = analysis.narrative;
    const spans = [
      ...sections.flatMap(({ source, range }) => (source === 'label' && range ? [range] : [])),
      ...questions.map(({ start, answer }) => ({ start, end: answer.end })),
    ];
    return spans
      .map(({ start, end }) => new vscode.FoldingRange(lines.lineAt(start), lines.lineAt(end)))
      .filter((fold) => fold.end > fold.start && !/^ {0,3}#/.test(lines.slice(fold.start)));
  }
}

import * as vscode from 'vscode';
import type { ConfigFileProblem } from '../../core/config/file-problem.js';
import { Disposable } from '../disposable.js';

/** What is wrong in the configs, templates and snippets that are in use, in their files, open or not. */
export class ConfigDiagnostics extends Disposable {
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('prfaq-config'));

  show(all: readonly ConfigFileProblem[]): void {
    const byFile = new Map<string, ConfigFileProblem[]>();
    for (const problem of all) {
      const others = byFile.get(problem.file) ?? [];
      // Two configs may extend the same file.
      if (others.some(({ start, message }) => start === problem.start && message === problem.message)) continue;
      byFile.set(problem.file, [...others, problem]);
    }
    this.#collection.clear();
    for (const [file, problems] of byFile)
      this.#collection.set(vscode.Uri.parse(file, true), problems.map(toDiagnostic));
  }
}

function toDiagnostic({ line, column, start, end, message }: ConfigFileProblem): vscode.Diagnostic {
  const from = new vscode.Position(line - 1, column - 1);
  const range = new vscode.Range(from, from.translate(0, end - start));
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'prfaq';
  diagnostic.code = 'config';
  return diagnostic;
}

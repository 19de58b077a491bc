import * as vscode from 'vscode';
import type { ParsedMarkdown } from '../core/markdown/parse.js';
import { inLocale, localeOf } from '../core/messages/locale.js';
import type { Finding, Range, TextEdit } from '../core/model.js';
import { RULE_PAGES } from '../core/rules/pages.js';

/** The engine's offsets as positions in the editor, and its findings as diagnostics. */
export function toRange({ lines }: ParsedMarkdown, range: Range): vscode.Range {
  const start = lines.position(range.start);
  const end = lines.position(range.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The editor’s form of an edit by UTF-16 offsets. */
export function toTextEdit(markdown: ParsedMarkdown, edit: TextEdit): vscode.TextEdit {
  return new vscode.TextEdit(toRange(markdown, edit), edit.text);
}

const SEVERITY: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export const SOURCE = 'prfaq';

/** The editor’s form of a finding, with the page on its rule behind the code. */
export function toDiagnostic(markdown: ParsedMarkdown, finding: Finding, extensionUri: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(markdown, finding), finding.message, SEVERITY[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: rulePage(extensionUri, finding.rule) };
  return diagnostic;
}

/** The page on a rule, in the language of the editor. It ships with the extension, so that reading it needs no network. */
export function rulePage(extensionUri: vscode.Uri, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, inLocale(RULE_PAGES, localeOf(vscode.env.language)), `${rule}.md`);
}

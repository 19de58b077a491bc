import type * as vscode from 'vscode';

/** Puts the features together. */
export function activate(_context: vscode.ExtensionContext): { version: 1 } {
  return { version: 1 };
}

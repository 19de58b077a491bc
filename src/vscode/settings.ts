import * as vscode from 'vscode';

export const SECTION = 'prfaq';

/** Largest document that is checked while it is edited, in characters. */
export function sizeLimit(uri: vscode.Uri): number {
  return clamp(vscode.workspace.getConfiguration(SECTION, uri).get<number>('maxFileSize'), 0.01, 50, 1) * 1_000_000;
}

/** A setting within its bounds; `otherwise` for what is no number. */
export function clamp(value: unknown, low: number, high: number, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : otherwise;
}

import * as vscode from 'vscode';
import { type Options, type OptionsInput, resolveOptions } from '../core/config/options.js';

export const SECTION = 'prfaq';

/** Points in an inch. */
const INCH = 72;

/** The options that a document is checked with: the settings that apply to it, over the defaults. */
export function optionsFor(uri: vscode.Uri): Options {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const input: OptionsInput = {
    rules: settings.get<OptionsInput['rules']>('rules') ?? {},
    page: {
      size: settings.get('page.size') === 'a4' ? 'a4' : 'letter',
      margin: clamp(settings.get<number>('page.margin'), 0.25, 3, 1) * INCH,
    },
    locale: vscode.env.language,
  };
  // A bad value shows as such in the settings editor, which has the schema; here its default stays in force.
  return resolveOptions(input).options;
}

/** Largest document that is checked while it is edited, in characters. */
export function sizeLimit(uri: vscode.Uri): number {
  return clamp(vscode.workspace.getConfiguration(SECTION, uri).get<number>('maxFileSize'), 0.01, 50, 1) * 1_000_000;
}

function clamp(value: unknown, low: number, high: number, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : otherwise;
}

import * as vscode from 'vscode';
import { type OptionsInput, overlay } from '../core/config/input.js';
import { type Options, resolveOptions } from '../core/config/options.js';
import { clamp, SECTION } from './settings.js';

/** Points in an inch. */
const INCH = 72;

/** The options that a document is checked with: the settings that somebody made for it, over its team's config, over the defaults. */
export function optionsFor(uri: vscode.Uri, team: OptionsInput): Options {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const size = setByUser(settings, 'page.size');
  const margin = setByUser(settings, 'page.margin');
  const own: OptionsInput = {
    // The default is empty: what is there, somebody has set.
    rules: settings.get<OptionsInput['rules']>('rules') ?? {},
    page: {
      ...(size === 'a4' || size === 'letter' ? { size } : {}),
      ...(typeof margin === 'number' ? { margin: clamp(margin, 0.25, 3, 1) * INCH } : {}),
    },
    locale: vscode.env.language,
  };
  // A bad value shows as such in the settings editor, which has the schema; here its default stays in force.
  return resolveOptions(overlay(team, own));
}

/** A setting that isn't just at its default; undefined otherwise. */
function setByUser(settings: vscode.WorkspaceConfiguration, key: string): unknown {
  const found = settings.inspect(key);
  return found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
}

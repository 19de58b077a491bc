import * as vscode from 'vscode';
import { complete, explain } from '../../core/config/assist.js';
import type { ObjectShape } from '../../core/config/shape.js';
import { sections } from '../../core/languages/en/sections.js';
import { localeOf } from '../../core/messages/locale.js';
import { Disposable } from '../disposable.js';
import { toVscodeRange } from './files.js';

/** The configs that are YAML; VS Code itself helps in `.prfaq.json`, by the schema that the manifest names. */
const CONFIGS: vscode.DocumentFilter = { pattern: '**/.prfaq.{yaml,yml}' };

/**
 * Where the YAML extension is at work, it offers the keys and values of the same schema (`yamlValidation` in the manifest), so ours
 * would stand there twice: then we leave them to it. It is asked for anew each time, for it may be installed or disabled meanwhile.
 */
const isLeftToOthers = (): boolean => vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;

/** Completion and hover in a team's config: what may stand at a place, and what it is for. */
export class Assistance extends Disposable implements vscode.CompletionItemProvider, vscode.HoverProvider {
  constructor(
    readonly shape: ObjectShape,
    /** The kinds that the config at an address knows. */
    readonly kindsOf: (config: vscode.Uri) => readonly string[],
  ) {
    super();
    this.register(vscode.languages.registerCompletionItemProvider(CONFIGS, this, ' ', ':', '-', '{', '['));
    this.register(vscode.languages.registerHoverProvider(CONFIGS, this));
  }

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    if (isLeftToOthers()) return [];
    const names = { kinds: this.kindsOf(document.uri), sections: Object.keys(sections) };
    const offset = document.offsetAt(position);
    const { range, word, suggestions } = complete(document.getText(), offset, this.shape, locale(), names);
    const inserting = toVscodeRange(document, range);
    const replacing = toVscodeRange(document, word);
    return suggestions.map(({ label, kind, text, insert }, n) => {
      const isKey = kind === 'key';
      const item = new vscode.CompletionItem(
        label,
        isKey ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value,
      );
      item.insertText = insert;
      item.range = { inserting, replacing };
      item.documentation = new vscode.MarkdownString(text);
      item.sortText = String(n).padStart(3, '0');
      if (isKey) item.command = { command: 'editor.action.triggerSuggest', title: '' };
      return item;
    });
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    if (isLeftToOthers()) return undefined;
    const found = explain(document.getText(), document.offsetAt(position), this.shape, locale());
    return found
      ? new vscode.Hover(new vscode.MarkdownString(found.text), toVscodeRange(document, found.range))
      : undefined;
  }
}

const locale = () => localeOf(vscode.env.language);

import * as vscode from 'vscode';
import type { PageSetup } from '../../core/layout/index.js';
import { printScript, standalone } from '../../core/preview/standalone.js';
import { Disposable } from '../disposable.js';
import { base64 } from './images.js';
import type { PreviewServices } from './starter.js';

interface Export {
  readonly uri: vscode.Uri;
  /** HTML of the pages. */
  readonly pages: string;
  readonly title: string;
  readonly language: string;
  readonly setup: PageSetup;
  readonly print: boolean;
}

/** Writes the pages as an HTML file that needs nothing else, to be kept or to be printed by the browser. */
export class Exporter extends Disposable {
  readonly #printed: vscode.Uri;

  constructor(readonly context: PreviewServices['context']) {
    super();
    this.#printed = vscode.Uri.joinPath(context.globalStorageUri, 'print');
    // What was printed is confidential like any document: it doesn't stay. The last one is still open in the browser until now.
    void this.#forget();
  }

  async export({ uri, print, pages, title, language, setup }: Export): Promise<void> {
    const { env, window, l10n } = vscode;
    const css = await this.#css();
    const html = (opens: boolean): Promise<Uint8Array> =>
      withHash((hash) => standalone({ pages, title, language, setup, css, print: opens }, hash));
    const name = (uri.path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
    // A browser can open the file only where it has the same disk.
    const sameMachine =
      env.uiKind === vscode.UIKind.Desktop && env.remoteName === undefined && this.#printed.scheme === 'file';
    if (print && sameMachine) {
      const target = vscode.Uri.joinPath(this.#printed, `${name}.html`);
      await vscode.workspace.fs.writeFile(target, await html(true));
      await env.openExternal(target);
      return;
    }
    const target = await window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(uri, '..', `${name}.html`),
      filters: { HTML: ['html'] },
      title: print ? l10n.t('Save to Print from the Browser') : l10n.t('Export as HTML'),
    });
    if (!target) return;
    await vscode.workspace.fs.writeFile(target, await html(false));
    const open = l10n.t('Open in Browser');
    const choice = await window.showInformationMessage(
      l10n.t('Exported to {0}. Printed from the browser, it has the same pages.', target.path.split('/').at(-1) ?? ''),
      ...(sameMachine ? [open] : []),
    );
    if (choice === open) await env.openExternal(target);
  }

  /** The paper's style sheet with its fonts in it. */
  async #css(): Promise<string> {
    const read = (...path: string[]): Thenable<Uint8Array> =>
      vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.context.extensionUri, ...path));
    let css = new TextDecoder().decode(await read('media', 'paper.css'));
    for (const [whole, file] of [...css.matchAll(/url\("\.\.\/dist\/fonts\/([\w-]+\.woff2)"\)/g)])
      css = css.replace(whole, `url("data:font/woff2;base64,${base64(await read('dist', 'fonts', file!))}")`);
    return css;
  }

  async #forget(): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.#printed, { recursive: true });
    } catch {
      // Nothing was printed.
    }
  }

  override dispose(): void {
    void this.#forget();
    super.dispose();
  }
}

async function withHash(make: (hash: string) => string): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(printScript()));
  return new TextEncoder().encode(make(base64(new Uint8Array(digest))));
}

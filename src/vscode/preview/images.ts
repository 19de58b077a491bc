import * as vscode from 'vscode';
import { localPath } from '../../core/preview/local-path.js';

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
};

/** The images of a document: those in its folder, and from the web only where the settings allow it. */
export class Images {
  /** Which file an address that the page loads stands for. */
  readonly #files = new Map<string, vscode.Uri>();

  constructor(
    readonly document: vscode.Uri,
    readonly webview: Pick<vscode.Webview, 'asWebviewUri'>,
    readonly remote: boolean,
  ) {}

  /** The address at which the page may load an image; null for one that stays out, whose text then stands in its place. */
  address(source: string): string | null {
    if (this.remote && /^https:\/\//i.test(source)) return source;
    const file = this.inFolder(source);
    if (!file) return null;
    const address = this.webview.asWebviewUri(file).toString();
    this.#files.set(address, file);
    return address;
  }

  /** The file that a relative address names, if it is in the document's folder or below. */
  inFolder(source: string): vscode.Uri | undefined {
    const path = localPath(source);
    return path === null ? undefined : vscode.Uri.joinPath(this.document, '..', path);
  }

  /** The pages with their images in them. One that can't be read, or is from the web, leaves its text. */
  async embed(html: string): Promise<string> {
    const pieces = html.split(/(<img\b[^>]*>)/);
    return (await Promise.all(pieces.map((piece, i) => (i % 2 === 0 ? piece : this.#embedOne(piece))))).join('');
  }

  async #embedOne(tag: string): Promise<string> {
    const source = /\bsrc="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const alt = /\balt="([^"]*)"/.exec(tag)?.[1] ?? '';
    const file = this.#files.get(source);
    const type = TYPES[file?.path.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!file || !type) return alt;
    try {
      const data = base64(await vscode.workspace.fs.readFile(file));
      return `<img src="data:${type};base64,${data}" alt="${alt}">`;
    } catch {
      return alt;
    }
  }
}

/** Bytes as base64; in pieces, since a call takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

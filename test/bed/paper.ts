import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Checked, Checker } from '../../src/core/check.js';
import type { OptionsInput } from '../../src/core/config/input.js';
import { resolveOptions } from '../../src/core/config/options.js';
import { localPath } from '../../src/core/preview/local-path.js';
import { renderBlocks, runningHead } from '../../src/core/preview/render.js';
import { spotAt } from '../../src/core/preview/spots.js';
import { previewPage } from '../../src/vscode/preview/page.js';
import { pageStrings } from '../../src/vscode/preview/strings.js';
import type { Paginated, Setup, ToHost, ToPage, Update, ViewOptions } from '../../src/webview/messages.js';
import { getBrowser } from './browser.js';
import { root } from './paths.js';

/** Where the page believes to be. Nothing of it is on the network: every request is answered from the disk, or refused. */
const ORIGIN = 'http://preview.test';
/** The document's folder. */
const FOLDER = 'media';

export const PLAIN_VIEW: ViewOptions = {
  zoom: 'auto',
  twoUp: false,
  lineNumbers: false,
  darkPaper: false,
  findings: true,
  clock: true,
};

export type ThemeClass = 'vscode-light' | 'vscode-dark' | 'vscode-high-contrast' | 'vscode-high-contrast-light';

/**
 * The preview's own page, script and style sheets in a real browser, without VS Code around it: for what needs hundreds of documents or
 * exact times. The test is its host.
 */
export class PaperPage {
  /** What was asked of the network and refused. */
  readonly refused: string[] = [];
  /** Paths of the files that the page was given. */
  readonly read: string[] = [];
  /** Errors that nothing in the page caught. */
  readonly errors: string[] = [];
  readonly #checker = new Checker();
  #version = 0;

  private constructor(
    readonly page: Page,
    readonly close: () => Promise<void>,
  ) {}

  static async open(
    options: {
      readonly width?: number;
      readonly height?: number;
      readonly view?: Partial<ViewOptions>;
      readonly theme?: ThemeClass;
      readonly remoteImages?: boolean;
    } = {},
  ): Promise<PaperPage> {
    const browser = await getBrowser();
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    });
    const page = await context.newPage();
    const paper = new PaperPage(page, () => context.close());
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.protocol === 'data:') return route.continue();
      if (url.origin !== ORIGIN) {
        paper.refused.push(url.href);
        return route.abort();
      }
      if (url.pathname === '/')
        return route.fulfill({
          contentType: 'text/html',
          body: previewPage(ORIGIN, (path) => `${ORIGIN}/${path}`, options.remoteImages),
        });
      const types: Record<string, string> = {
        css: 'text/css',
        js: 'text/javascript',
        woff2: 'font/woff2',
        png: 'image/png',
      };
      const type = types[url.pathname.split('.').at(-1)!] ?? 'application/octet-stream';
      try {
        paper.read.push(url.pathname);
        return await route.fulfill({ contentType: type, body: await readFile(join(root, url.pathname)) });
      } catch {
        paper.refused.push(url.href);
        return route.fulfill({ status: 404 });
      }
    });
    page.on('pageerror', (error) => paper.errors.push(error.message));
    // What compiles the tests gives functions names by a helper that the page doesn't have.
    await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
    await page.addInitScript(fakeHost, options.theme ?? 'vscode-light');
    await page.goto(`${ORIGIN}/`);
    await paper.messages('ready', 1);
    await paper.post({
      type: 'setup',
      uri: 'file:///draft.prfaq.md',
      strings: pageStrings({ t: (message: string) => message } as Parameters<typeof pageStrings>[0]),
      view: { ...PLAIN_VIEW, ...options.view },
      sound: false,
    } satisfies Setup);
    return paper;
  }

  async post(message: ToPage): Promise<void> {
    await this.page.evaluate((data) => postMessage(data, origin), message);
  }

  /** Waits until the page has sent so many messages of a type, and gives all of them. */
  async messages<Type extends ToHost['type']>(type: Type, count: number): Promise<Extract<ToHost, { type: Type }>[]> {
    const found = await this.page.waitForFunction(
      ([wanted, least]) => {
        const own = (globalThis as unknown as Sent).sent.filter((message) => message.type === wanted);
        return own.length >= least && own;
      },
      [type, count] as const,
    );
    return (await found.jsonValue()) as Extract<ToHost, { type: Type }>[];
  }

  /** What the page has sent of a type so far. */
  async sent<Type extends ToHost['type']>(type: Type): Promise<Extract<ToHost, { type: Type }>[]> {
    const all = await this.page.evaluate(() => (globalThis as unknown as Sent).sent);
    return all.filter((message): message is Extract<ToHost, { type: Type }> => message.type === type);
  }

  check(text: string, path = 'draft.prfaq.md', options: OptionsInput = {}): Checked {
    return this.#checker.check(text, path, resolveOptions(options));
  }

  /** Shows a document and waits until it is laid out with its fonts; `after` is how long that took in the page, in milliseconds. */
  async show(text: string, path?: string, options: OptionsInput = {}): Promise<Paginated & { readonly after: number }> {
    const checked = this.check(text, path, options);
    const version = ++this.#version;
    const posted = await this.page.evaluate(
      (data) => {
        postMessage(data, origin);
        return performance.now();
      },
      updateOf(checked, version, options) satisfies ToPage,
    );
    await this.page.evaluate(() => document.fonts.ready);
    const last = await this.page.waitForFunction((wanted) => {
      const own = (globalThis as unknown as Sent).sent.filter(
        (message) => message.type === 'paginated' && message.version === wanted,
      );
      return document.fonts.status === 'loaded' && own.at(-1);
    }, version);
    const { at, ...paginated } = (await last.jsonValue()) as Paginated & { readonly at: number };
    return { ...paginated, after: at - posted };
  }
}

/** As the extension has it: what is in the document's folder, which here is that of the icon, and nothing else. */
function addressOf(source: string): string | null {
  const path = localPath(source);
  return path === null ? null : `${ORIGIN}/${FOLDER}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

export function updateOf(checked: Checked, version: number, options: OptionsInput = {}): Update {
  const { page } = resolveOptions(options);
  const { markdown, narrative } = checked.analysis;
  return {
    type: 'update',
    version,
    blocks: renderBlocks(checked.analysis, { image: addressOf }),
    ...runningHead(checked.analysis),
    mark: '',
    language: narrative.language === 'und' ? 'en' : narrative.language,
    size: page.size,
    margin: page.margin,
    findings: checked.findings.flatMap(({ rule, severity, message, start }) => {
      const spot = spotAt(markdown, start);
      return spot ? [{ rule, severity, message, start: spot }] : [];
    }),
  };
}

interface Sent {
  readonly sent: ToHost[];
}

/** Runs in the page before its own script: VS Code's side of a webview. */
function fakeHost(theme: string): void {
  const sent: unknown[] = [];
  const self = globalThis as unknown as Record<string, unknown>;
  self.sent = sent;
  self.acquireVsCodeApi = () => ({
    postMessage: (message: object) => sent.push({ ...message, at: performance.now() }),
    setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
  });
  document.addEventListener('DOMContentLoaded', () => document.body.classList.add(theme));
}

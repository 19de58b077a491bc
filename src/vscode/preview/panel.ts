import * as vscode from 'vscode';
import type { MeetingEvent } from '../../core/meeting/state.js';
import { renderBlocks, runningHead } from '../../core/preview/render.js';
import { offsetAt, spotAt } from '../../core/preview/spots.js';
import {
  isToHost,
  type PageFinding,
  type Request,
  readView,
  type ToHost,
  type ToPage,
  type ViewOptions,
} from '../../webview/messages.js';
import { Disposable } from '../disposable.js';
import type { DocumentState } from '../documents.js';
import type { Conductor } from '../meeting/conductor.js';
import type { Meetings } from '../meeting/meetings.js';
import { saveFirst } from '../unsaved.js';
import type { Exporter } from './exporter.js';
import { Images } from './images.js';
import { isNoteWish, PanelNotes } from './notes.js';
import { previewPage } from './page.js';
import type { PreviewServices } from './starter.js';
import { pageStrings } from './strings.js';

/** Where it is kept how the reader likes the paper. */
const VIEW = 'prfaq.view';
const PLAIN: ViewOptions = {
  zoom: 'auto',
  twoUp: false,
  lineNumbers: false,
  darkPaper: false,
  findings: true,
  clock: true,
};

/** One preview: a document as paper, in a panel; and the room in which a meeting reads it. */
export class PreviewPanel extends Disposable {
  /** Line that the page reported last: the editor must not send it back. */
  #reported = -1;
  /** The page listens. It ends when the panel is hidden, and starts again when it is shown. */
  #ready = false;
  #shown: DocumentState | undefined;
  #export: 'save' | 'print' | undefined;
  readonly #images: Images;
  readonly #notes: PanelNotes;
  /** What the page asked for is done in order, one after the other. */
  #queue = Promise.resolve();

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly uri: vscode.Uri,
    readonly services: PreviewServices,
    readonly meetings: Meetings,
    readonly exporter: Exporter,
    readonly conductor: Conductor,
  ) {
    super();
    const { documents, context } = services;
    const file = (path: string): string =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, ...path.split('/'))).toString();
    panel.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-dark.svg'),
    };
    panel.title = titleOf(uri);
    this.#images = new Images(uri, panel.webview, this.#remoteImages);
    this.#notes = this.register(new PanelNotes(uri, services, (message) => this.#post(message)));
    this.register(panel.webview.onDidReceiveMessage((message: unknown) => isToHost(message) && this.#receive(message)));
    this.register(
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#ready = false;
      }),
    );
    this.register(documents.onDidChange((state) => this.#isMine(state.document.uri) && this.#update(state)));
    this.register(meetings.onDidChange(({ document }) => document === uri.toString() && this.#showMeeting()));
    this.register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) =>
        this.#follow(textEditor, visibleRanges),
      ),
    );
    panel.webview.html = previewPage(panel.webview.cspSource, file, this.#remoteImages);
  }

  addNote(): void {
    this.#post({ type: 'do', what: 'addNote' });
  }

  /** Has the page give its pages away; what comes is saved or printed. */
  export(print: boolean): void {
    this.#export = print ? 'print' : 'save';
    if (this.#shown) this.#post({ type: 'do', what: 'export' });
  }

  get #remoteImages(): boolean {
    return vscode.workspace.getConfiguration('prfaq', this.uri).get<boolean>('preview.remoteImages') === true;
  }

  #isMine(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  #post(message: ToPage): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }

  // ---------------------------------------------------------------- from the page

  #receive(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        void this.#start();
        break;
      case 'request':
        this.#queue = this.#queue.then(() => this.#do(message));
        break;
      case 'paginated':
        void this.meetings.happens(this.uri, { type: 'pages', pages: message.pages });
        // Asked for before the page was laid out.
        if (this.#export) this.#post({ type: 'do', what: 'export' });
        break;
      case 'exported':
        void this.#exported(message.html);
        break;
      case 'view':
        void this.services.context.globalState.update(VIEW, message.view);
        break;
      case 'reveal':
        void this.#reveal(message.spot.line, message.spot.index);
        break;
      case 'visibleLine':
        this.#scrollEditor(message.line);
        break;
      case 'openLink':
        void this.#openLink(message.href);
        break;
      case 'unsaved':
        void vscode.window.showInformationMessage(saveFirst());
    }
  }

  async #start(): Promise<void> {
    this.#post({
      type: 'setup',
      uri: this.uri.toString(),
      strings: pageStrings(vscode.l10n),
      view: readView(this.services.context.globalState.get(VIEW), PLAIN),
      sound: vscode.workspace.getConfiguration('prfaq', this.uri).get<boolean>('meeting.sound') === true,
    });
    try {
      const state = await this.services.documents.load(this.uri);
      if (state) this.#update(state);
    } catch (error) {
      this.#fails(vscode.l10n.t('{0} can’t be shown: {1}', nameOf(this.uri), messageOf(error)));
    }
    this.#showMeeting();
    await this.#notes.show();
  }

  /** Does what the reader asked for. The page forgets it only when it is done; what can't be done, the reader is told. */
  async #do({ id, what }: Request): Promise<void> {
    try {
      if (isNoteWish(what)) await this.#notes.do(what);
      else if (what.type === 'record') await this.conductor.record(this.uri);
      else await this.#meetingEvent(what);
    } catch (error) {
      this.#fails(messageOf(error));
    }
    this.#post({ type: 'done', ids: [id] });
  }

  async #meetingEvent(event: MeetingEvent): Promise<void> {
    const ends = event.type === 'end' && this.meetings.running(this.uri) !== null;
    await this.meetings.happens(this.uri, event);
    if (ends) void this.conductor.over(this.uri);
  }

  async #exported(html: string): Promise<void> {
    const print = this.#export === 'print';
    this.#export = undefined;
    const state = this.#shown;
    if (!state?.checked) return;
    const { analysis } = state.checked;
    try {
      await this.exporter.export({
        uri: this.uri,
        pages: await this.#images.embed(html),
        title: runningHead(analysis).title || nameOf(this.uri),
        language: languageOf(state),
        setup: this.services.page(this.uri),
        print,
      });
    } catch (error) {
      this.#fails(vscode.l10n.t('{0} can’t be exported: {1}', nameOf(this.uri), messageOf(error)));
    }
  }

  #fails(message: string): void {
    void vscode.window.showErrorMessage(message);
  }

  // ---------------------------------------------------------------- to the page

  #update(state: DocumentState): void {
    const { checked, version } = state;
    if (!this.#ready || !checked) return;
    const { analysis } = checked;
    const { size, margin } = this.services.page(this.uri);
    this.#shown = state;
    this.#post({
      type: 'update',
      version,
      blocks: renderBlocks(analysis, { image: (source) => this.#images.address(source) }),
      ...runningHead(analysis),
      mark: vscode.workspace.getConfiguration('prfaq', this.uri).get<string>('preview.mark') ?? '',
      language: languageOf(state),
      size,
      margin,
      findings: findingsOf(state),
    });
    // The text moved: so did the notes.
    void this.#notes.show();
  }

  #showMeeting(): void {
    const state = this.meetings.running(this.uri);
    this.#notes.hideOthers(state?.phase === 'read');
    this.#post({ type: 'meeting', state, now: Date.now() });
  }

  // ---------------------------------------------------------------- the editor beside

  async #reveal(line: number, index: number): Promise<void> {
    const markdown = this.#shown?.checked?.analysis.markdown;
    if (!markdown || this.meetings.running(this.uri)) return;
    const place = markdown.lines.position(offsetAt(markdown, { line, index }));
    const position = new vscode.Position(place.line, place.character);
    const column = this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    const open = vscode.window.visibleTextEditors.find((editor) => this.#isMine(editor.document.uri));
    await vscode.window.showTextDocument(this.uri, {
      viewColumn: open?.viewColumn ?? column,
      selection: new vscode.Range(position, position),
    });
  }

  #scrollEditor(line: number): void {
    this.#reported = line;
    for (const editor of vscode.window.visibleTextEditors) {
      if (this.#isMine(editor.document.uri))
        editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  #follow(editor: vscode.TextEditor, ranges: readonly vscode.Range[]): void {
    const [visible] = ranges;
    if (!this.#isMine(editor.document.uri) || !visible || !this.panel.visible) return;
    // What the page has just scrolled the editor to comes back as an echo, give or take a line.
    if (Math.abs(visible.start.line - this.#reported) <= 1) return;
    this.#reported = -1;
    this.#post({ type: 'scrollTo', line: visible.start.line });
  }

  /** A link to a file beside the document opens in the editor; anything else that isn't of the web stays closed. */
  async #openLink(href: string): Promise<void> {
    const target = this.#images.inFolder(href);
    if (target) await vscode.commands.executeCommand('vscode.open', target);
  }
}

function findingsOf({ checked }: DocumentState): PageFinding[] {
  if (!checked) return [];
  return checked.findings.flatMap(({ rule, severity, message, start }) => {
    const spot = spotAt(checked.analysis.markdown, start);
    return spot ? [{ rule, severity, message, start: spot }] : [];
  });
}

function languageOf({ checked }: DocumentState): string {
  const language = checked?.analysis.narrative.language ?? 'und';
  return language === 'und' ? 'en' : language;
}

/** What its tab says. */
export function titleOf(uri: vscode.Uri): string {
  return vscode.l10n.t('Preview {0}', nameOf(uri));
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { cssProperties, type PageSetup } from '../core/layout/index.js';
import { PAPER, textArea } from '../core/layout/metrics.js';
import { Galley } from './galley.js';
import { isToPage, type ToHost, type Update } from './messages.js';
import { anchor, blockAt, lineOf, restore, topBlock } from './scroll.js';
import { layOut } from './sheets.js';

declare function acquireVsCodeApi(): { postMessage(message: ToHost): void; setState(state: unknown): void };

const PIXELS = 96 / 72;
/** Room left of and right of the paper when the window is narrower than it, in pixels. */
const DESK = 16;
/** A scroll of our own isn't reported: the time in which scroll events are taken to be its echo, in milliseconds. */
const ECHO = 150;

/** The page's state and its wiring; each step is in a file of its own. */
class Preview {
  readonly #host = acquireVsCodeApi();
  readonly #main = document.querySelector('main') ?? document.body.appendChild(document.createElement('main'));
  readonly #galley = new Galley(() => document.documentElement.lang.startsWith('ko'));
  #update: Update | null = null;
  #quietUntil = 0;
  #frame = 0;

  start(): void {
    this.#main.dataset.phase ??= 'read';
    document.body.append(this.#galley.element);
    addEventListener('message', (event: MessageEvent<unknown>) => this.#receive(event.data));
    addEventListener('resize', () => this.#fit());
    addEventListener('scroll', () => this.#onScroll(), { passive: true });
    this.#main.addEventListener('dblclick', (event) => this.#onDoubleClick(event));
    // An image knows its height only now. `load` doesn't bubble, hence the capture.
    this.#main.addEventListener('load', () => this.#layOut(), { capture: true });
    document.fonts.addEventListener('loadingdone', () => this.#layOut());
    this.#host.postMessage({ type: 'ready' });
  }

  #receive(message: unknown): void {
    if (!isToPage(message)) return;
    if (message.type === 'scrollTo') this.#scrollTo(message.line);
    else if (this.#update === null || message.version >= this.#update.version) {
      this.#update = message;
      this.#setUp(message);
      this.#layOut();
    }
  }

  #setUp(update: Update): void {
    this.#host.setState({ uri: update.uri });
    document.documentElement.lang = update.language;
    document.title = update.title;
    this.#main.dataset.paper = update.size;
    for (const [name, value] of Object.entries(cssProperties(setupOf(update))))
      document.body.style.setProperty(name, value);
    this.#fit();
  }

  #layOut(): void {
    const update = this.#update;
    if (update === null) return;
    const place = anchor(this.#main);
    const totals = layOut(this.#main, this.#galley, update, textArea(setupOf(update)).height * PIXELS);
    this.#fit();
    this.#quiet();
    restore(this.#main, place);
    this.#host.postMessage({ type: 'paginated', version: update.version, ...totals });
  }

  /**
   * Scales the paper down to the window. A transform and not a narrower page: lines break as on paper at any size. It leaves the
   * room of the full size behind, which a negative margin takes back.
   */
  #fit(): void {
    if (this.#update === null) return;
    const paper = PAPER[this.#update.size].width * PIXELS;
    const scale = Math.min(1, Math.max(0.25, (document.documentElement.clientWidth - 2 * DESK) / paper));
    const { style } = this.#main;
    style.setProperty('--scale', String(scale));
    style.setProperty('--overhang', `${this.#main.offsetHeight * (1 - scale)}px`);
  }

  #scrollTo(line: number): void {
    const block = blockAt(this.#main, line);
    if (block === null) return;
    this.#quiet();
    block.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  #quiet(): void {
    this.#quietUntil = performance.now() + ECHO;
  }

  #onScroll(): void {
    if (this.#frame !== 0 || performance.now() < this.#quietUntil) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const block = topBlock(this.#main);
      if (block !== null) this.#host.postMessage({ type: 'visibleLine', line: lineOf(block) });
    });
  }

  #onDoubleClick(event: MouseEvent): void {
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-source-line]') : null;
    if (block !== null) this.#host.postMessage({ type: 'revealLine', line: lineOf(block) });
  }
}

function setupOf(update: Update): PageSetup {
  return { size: update.size, margin: update.margin, language: update.language.startsWith('ko') ? 'ko' : 'und' };
}

new Preview().start();

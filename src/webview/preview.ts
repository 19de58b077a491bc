import { cssProperties, type PageSetup } from '../core/layout/index.js';
import { textArea } from '../core/layout/metrics.js';
import { Bar } from './bar.js';
import { h } from './dom.js';
import { exportPages } from './export.js';
import { Galley } from './galley.js';
import { Findings, numberLines } from './margin.js';
import { isToPage, type Setup, type ToPage, type Update, type ViewOptions } from './messages.js';
import { Notes } from './notes.js';
import { Outbox } from './outbox.js';
import { Room } from './room.js';
import { anchor, blockAt, lineOf, restore, topBlock } from './scroll.js';
import { selectionMenu } from './selection-menu.js';
import { layOut, type PaperLayout } from './sheets.js';
import type { PageStrings } from './strings.js';
import { TextIndex } from './text-index.js';
import { type Fit, fit, PIXELS } from './zoom.js';

/** A scroll of our own isn't reported: the time in which scroll events are taken to be its echo, in milliseconds. */
const ECHO = 150;
/** A page is read when its end has been in sight for so long, in milliseconds. */
const READ = 800;

/** The page's state and its wiring; each step is in a file of its own. */
class Preview {
  readonly #outbox = new Outbox();
  readonly #main = document.querySelector('main')!;
  readonly #galley = new Galley(
    () => document.documentElement.lang.startsWith('ko'),
    () => this.#layOut(),
  );
  readonly #live = h('div', { class: 'live', role: 'status' });
  /** What comes with the first message; nothing is shown before. */
  #parts: Parts | null = null;
  #update: Update | null = null;
  /** What lines and pages depend on besides the text. */
  #paper = '';
  #layout: PaperLayout = { pages: 0, appendixPages: 0, all: [] };
  #fit: Fit = { scale: 1, notesBeside: false, twoUp: false, desk: 0 };
  #index: TextIndex | null = null;
  #quietUntil = 0;
  #frame = 0;
  #readTimer = 0;

  start(): void {
    document.body.append(this.#galley.element, this.#live);
    addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.origin === origin && isToPage(event.data)) this.#receive(event.data);
    });
    addEventListener('resize', () => this.#refit());
    addEventListener('scroll', () => this.#onScroll(), { passive: true });
    addEventListener('keydown', (event) => this.#onKey(event));
    this.#main.addEventListener('click', (event) => this.#onClick(event));
    this.#main.addEventListener('dblclick', (event) => this.#onDoubleClick(event));
    document.fonts.addEventListener('loadingdone', () => {
      this.#galley.forget();
      this.#layOut();
    });
    // While the host prepares the document: what is laid out first is then laid out for good.
    // One that can't be loaded is replaced by the browser's choice, then as now.
    for (const face of document.fonts) face.load().catch(() => undefined);
    this.#outbox.post({ type: 'ready' });
  }

  #receive(message: ToPage): void {
    if (message.type === 'setup') this.#setUp(message);
    const parts = this.#parts;
    if (parts === null) return;
    switch (message.type) {
      case 'update':
        // After a restart of the host, versions count from the beginning.
        if (this.#update !== null && message.version < this.#update.version) return;
        this.#update = message;
        this.#name(message, parts);
        this.#layOut();
        break;
      case 'notes':
        parts.notes.set(message.notes);
        break;
      case 'meeting':
        parts.room.set(message.state, message.now);
        break;
      case 'done':
        this.#outbox.done(message.ids);
        break;
      case 'scrollTo':
        this.#scrollTo(message.line);
        break;
      case 'do':
        if (message.what === 'addNote') this.#addNote();
        else this.#outbox.post({ type: 'exported', html: exportPages(this.#main) });
    }
  }

  #setUp({ uri, strings, view, sound }: Setup): void {
    this.#outbox.open(uri);
    // A host that was started again introduces itself again; what the reader sees stays.
    if (this.#parts === null) this.#parts = this.#make(strings, view, sound);
    this.#update = null;
    this.#outbox.again();
  }

  #make(strings: PageStrings, view: ViewOptions, sound: boolean): Parts {
    const say = (text: string): void => {
      this.#live.textContent = text;
    };
    const bar = new Bar(
      strings,
      view,
      (changed) => this.#viewChanged(changed),
      () => this.#outbox.post({ type: 'exported', html: exportPages(this.#main) }),
    );
    const notes = new Notes(
      this.#main,
      strings,
      this.#outbox,
      say,
      () => this.#refit(),
      () => this.#currentPage() + 1,
    );
    const room = new Room(
      this.#main,
      bar.element,
      strings,
      this.#outbox,
      say,
      sound,
      () => this.#refit(),
      (clock) => bar.set({ clock }),
    );
    bar.add(room.phases, room.progress, room.clockButton, room.next);
    const findings = new Findings(strings, ({ start }) => this.#outbox.post({ type: 'reveal', spot: start }));
    document.body.prepend(bar.element);
    selectionMenu(this.#main, strings, () => this.#addNote());
    room.showsClock(view.clock);
    return { strings, bar, notes, room, findings };
  }

  // ---------------------------------------------------------------- laying out

  #name(update: Update, { bar }: Parts): void {
    document.title = update.title;
    bar.name(update.title, update.edition);
    const paper = JSON.stringify([update.size, update.margin, update.language]);
    if (paper === this.#paper) return;
    this.#paper = paper;
    document.documentElement.lang = update.language;
    this.#main.dataset.paper = update.size;
    for (const [name, value] of Object.entries(cssProperties(setupOf(update))))
      document.body.style.setProperty(name, value);
    this.#galley.forget();
  }

  #layOut(): void {
    const update = this.#update;
    const parts = this.#parts;
    if (update === null || parts === null) return;
    const began = performance.now();
    const place = anchor(this.#main);
    const { height } = textArea(setupOf(update));
    this.#layout = layOut(this.#main, this.#galley, update, parts.strings, height * PIXELS, update.margin * PIXELS);
    this.#index = null;
    this.#quiet();
    parts.room.laidOut(this.#layout);
    this.#applyFit(parts);
    restore(this.#main, place);
    this.#drawMargins(parts);
    this.#showPlace();
    const { pages, appendixPages } = this.#layout;
    const took = performance.now() - began;
    this.#outbox.post({ type: 'paginated', version: update.version, pages, appendixPages, took });
  }

  /** Scales the paper to the window: a transform and not a narrower page, so lines break as on paper at any size. */
  #applyFit({ bar: { view }, notes, room }: Parts): void {
    const { size } = this.#update!;
    const { phase } = room;
    const alone = phase === 'feedback' || phase === 'walkthrough';
    this.#fit = fit(
      { ...view, twoUp: view.twoUp && !alone },
      size,
      document.documentElement.clientWidth,
      alone || notes.any,
    );
    const { scale, notesBeside, twoUp, desk } = this.#fit;
    this.#main.style.setProperty('--scale', String(scale));
    this.#main.style.setProperty('--desk-room', `${desk}px`);
    this.#main.classList.toggle('beside', notesBeside);
    this.#main.classList.toggle('margin-notes', notesBeside && phase !== 'feedback');
    this.#main.classList.toggle('two-up', twoUp);
    const columns = twoUp ? 2 : 1;
    for (const [index, { element, margin }] of this.#layout.all.entries()) {
      for (const { style } of [element, margin]) {
        style.setProperty('--row', String(Math.floor(index / columns) + 2));
        style.setProperty('--column', String((index % columns) + 1));
      }
    }
    document.body.classList.toggle('dark-paper', view.darkPaper);
    document.body.classList.toggle('narrow', document.documentElement.clientWidth < (phase === null ? 520 : 900));
  }

  #refit(): void {
    if (this.#update === null || this.#parts === null) return;
    const place = anchor(this.#main);
    this.#quiet();
    this.#applyFit(this.#parts);
    restore(this.#main, place);
    this.#drawMargins(this.#parts);
    this.#showPlace();
  }

  #drawMargins({ bar, notes, findings, room }: Parts): void {
    const { scale } = this.#fit;
    const meeting = room.phase !== null;
    numberLines(this.#layout, bar.view.lineNumbers || meeting);
    const shown = bar.view.findings && !meeting ? this.#update!.findings : [];
    this.#main.dataset.view = bar.view.findings && !meeting ? 'author' : 'reader';
    findings.draw(shown, this.#layout, shown.length > 0 ? this.#texts() : null, scale);
    notes.draw({ layout: this.#layout, index: this.#texts(), scale });
  }

  #texts(): TextIndex {
    this.#index ??= new TextIndex(this.#main);
    return this.#index;
  }

  #viewChanged(view: ViewOptions): void {
    this.#parts?.room.showsClock(view.clock);
    this.#refit();
    this.#outbox.post({ type: 'view', view });
  }

  // ---------------------------------------------------------------- where the reader is

  /** Index of the page that takes the middle of the window. */
  #currentPage(): number {
    const middle = innerHeight / 2;
    const shown = this.#layout.all.map(({ element }) => element.getBoundingClientRect());
    const index = shown.findIndex(({ bottom, height }) => height > 0 && bottom > middle);
    return index === -1 ? Math.max(0, shown.length - 1) : index;
  }

  #showPlace(): void {
    const phase = this.#parts?.room.phase;
    // Page by page, the page is named above itself; at the end there is none.
    const page = phase === 'walkthrough' || phase === 'decisions' ? undefined : this.#layout.all[this.#currentPage()];
    this.#parts?.bar.shows(this.#fit.scale, page?.element.ariaLabel ?? '');
    clearTimeout(this.#readTimer);
    this.#readTimer = setTimeout(() => this.#parts?.room.sawEndOf(this.#endsInSight()), READ);
  }

  #endsInSight(): number[] {
    return this.#layout.all.flatMap(({ element, lines }, index) => {
      const { top, height } = element.getBoundingClientRect();
      const end = top + (lines.at(-1) ?? 0) * this.#fit.scale;
      return height > 0 && end > 0 && end < innerHeight ? [index + 1] : [];
    });
  }

  #scrollTo(line: number): void {
    const block = this.#parts?.room.phase === null ? blockAt(this.#main, line) : null;
    if (block === null) return;
    this.#quiet();
    block.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.#showPlace();
  }

  #quiet(): void {
    this.#quietUntil = performance.now() + ECHO;
  }

  #onScroll(): void {
    if (this.#frame !== 0) return;
    const own = performance.now() < this.#quietUntil;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#showPlace();
      const block = own || this.#parts?.room.phase !== null ? null : topBlock(this.#main);
      if (block !== null) this.#outbox.post({ type: 'visibleLine', line: lineOf(block) });
    });
  }

  // ---------------------------------------------------------------- what the reader does

  #addNote(): void {
    const place = this.#selected() ?? this.#focused();
    // Before a word is written that could not be kept.
    if (this.#outbox.kept.uri?.startsWith('untitled:')) this.#outbox.post({ type: 'unsaved' });
    else if (place !== null) this.#parts?.notes.write(place);
  }

  #selected(): ReturnType<TextIndex['stretch']> {
    const selection = getSelection();
    return selection === null || selection.isCollapsed ? null : this.#texts().stretch(selection.getRangeAt(0));
  }

  /** The paragraph that has the focus, else the first one in sight. */
  #focused(): ReturnType<TextIndex['block']> {
    const focused = document.activeElement?.closest('.text [data-source-line]') ?? topBlock(this.#main);
    return focused ? this.#texts().block(focused) : null;
  }

  #onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href') ?? '';
    if (link !== null && !/^(?:https?|mailto):/i.test(href)) {
      event.preventDefault();
      this.#outbox.post({ type: 'openLink', href });
    } else if (link === null && getSelection()?.isCollapsed !== false)
      this.#parts?.notes.openAt(event.clientX, event.clientY);
  }

  #onDoubleClick(event: MouseEvent): void {
    if (this.#parts?.room.phase !== null) return;
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-source-line]') : null;
    if (block !== null) this.#outbox.post({ type: 'reveal', spot: { line: lineOf(block), index: 0 } });
  }

  #onKey(event: KeyboardEvent): void {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || this.#parts === null) return;
    if (target instanceof Element && target.closest('input, textarea, [role=menu]') !== null) return;
    if (this.#key(keyOf(event), this.#parts)) event.preventDefault();
  }

  /** Letters only where nothing is written in; all of them are told in menus and tooltips. */
  #key(key: string, { bar, room }: Parts): boolean {
    switch (key) {
      case 'n':
        this.#addNote();
        return true;
      case 'j':
      case 'k':
        return this.#moveFocus(key === 'j' ? 1 : -1);
      case 'ArrowRight':
      case 'ArrowLeft':
        return this.#turnPage(key === 'ArrowRight' ? 1 : -1);
      case 'p':
        room.togglePause();
        return room.phase !== null;
      case 't':
        room.takeDown();
        return room.phase !== null;
      default:
        return bar.key(key);
    }
  }

  #turnPage(by: number): boolean {
    const { room } = this.#parts!;
    if (room.phase === 'walkthrough') room.turn(by);
    else {
      const { all } = this.#layout;
      const step = this.#fit.twoUp ? 2 : 1;
      all[Math.min(all.length - 1, Math.max(0, this.#currentPage() + by * step))]?.element.scrollIntoView({
        block: 'start',
      });
    }
    return true;
  }

  /** Moves from paragraph to paragraph, from the first one in sight on. */
  #moveFocus(by: number): boolean {
    const blocks = [...this.#main.querySelectorAll<HTMLElement>('.page:not([hidden]) .text [tabindex]')];
    const at = blocks.indexOf(document.activeElement as HTMLElement);
    const top = topBlock(this.#main);
    const first = blocks.findIndex((block) => block === top || top?.contains(block));
    const next = blocks[at === -1 ? Math.max(0, first) : at + by];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
    return next !== undefined;
  }
}

interface Parts {
  readonly strings: PageStrings;
  readonly bar: Bar;
  readonly notes: Notes;
  readonly room: Room;
  readonly findings: Findings;
}

/** The letter that the key stands for, also while the keyboard writes Hangul. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  const letter = /^(?:Key|Digit)(\w)$/.exec(code)?.[1];
  return key.length > 1 && key !== 'Process' ? key : (letter?.toLowerCase() ?? key);
}

function setupOf(update: Update): PageSetup {
  return { size: update.size, margin: update.margin, language: update.language.startsWith('ko') ? 'ko' : 'und' };
}

new Preview().start();

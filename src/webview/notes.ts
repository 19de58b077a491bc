import { NOTE_KINDS, type NoteKind } from '../core/notes/model.js';
import { fill, h, icon, iconButton } from './dom.js';
import { bottomOf, type Place, placeOf, spread } from './margin.js';
import type { PageNote, Stretch } from './messages.js';
import { type NoteText, noteForm } from './note-form.js';
import type { Outbox } from './outbox.js';
import type { PaperLayout } from './sheets.js';
import type { PageStrings } from './strings.js';
import type { TextIndex } from './text-index.js';

/** A note that is being written, new or one of the reader's own. */
interface Draft extends NoteText {
  /** Null for a new note. */
  readonly note: string | null;
  readonly place: Stretch;
}

/** What the notes need to know of the page to be drawn. */
export interface Paper {
  readonly layout: PaperLayout;
  readonly index: TextIndex;
  readonly scale: number;
}

/** The notes: beside their lines where there is room, else as small signs on the paper that open. */
export class Notes {
  #notes: readonly PageNote[] = [];
  #draft: Draft | null;
  /** Keeps its place in the margin, and the cursor in it, while everything around is drawn anew. */
  #draftSlot: HTMLElement | null = null;
  #paper: Paper | null = null;
  readonly #slots = new Map<string, { state: string; element: HTMLElement }>();
  #ranges: readonly { readonly note: PageNote; readonly range: Range }[] = [];
  readonly #unplaced = h('aside', { class: 'unplaced' });

  constructor(
    readonly main: HTMLElement,
    readonly strings: PageStrings,
    readonly outbox: Outbox,
    readonly say: (text: string) => void,
    /** Something beside the paper came or went: the paper may have to make room. */
    readonly onRoom: () => void,
    /** The page in front of the reader, counted from 1. */
    readonly currentPage: () => number,
  ) {
    this.#draft = readDraft(outbox.kept.draft);
  }

  /** Whether there is something to stand beside the paper. */
  get any(): boolean {
    return this.#draft !== null || this.#notes.length > 0;
  }

  set(notes: readonly PageNote[]): void {
    const before = this.any;
    this.#notes = notes;
    if (before !== this.any) this.onRoom();
    this.draw(this.#paper);
  }

  /** Starts a note to a stretch; one that is being written is kept first. */
  write(place: Stretch, kind: NoteKind = 'question'): void {
    this.#keepDraft();
    this.#open({ note: null, place, kind, body: '' });
  }

  #open(draft: Draft): void {
    this.#draft = draft;
    this.#draftSlot = null;
    this.outbox.keep({ draft });
    getSelection()?.removeAllRanges();
    this.onRoom();
    this.draw(this.#paper);
    const field = this.#draftSlot as HTMLElement | null;
    field?.querySelector('textarea')?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  #keepDraft(): void {
    if (this.#draft !== null && this.#draft.body.trim() !== '') this.#save(this.#draft);
  }

  #save(draft: Draft): void {
    const { note, place, kind, body } = draft;
    if (note === null) this.outbox.ask({ type: 'addNote', place, kind, body });
    else this.outbox.ask({ type: 'editNote', note, kind, body });
    this.say(this.strings.note);
    this.#closeDraft();
  }

  #closeDraft(): void {
    const { place } = this.#draft!;
    this.#draft = null;
    this.#draftSlot?.remove();
    this.#draftSlot = null;
    this.outbox.keep({ draft: null });
    this.onRoom();
    this.draw(this.#paper);
    // Back to the text that the note is about, to read on by the keyboard.
    const start = this.#paper?.index.range(place)?.startContainer.parentElement;
    start?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  }

  /** Draws all notes at their places. Null before the document is laid out. */
  draw(paper: Paper | null): void {
    this.#paper = paper;
    if (paper === null) return;
    const { layout, index, scale } = paper;
    const columns = new Map<HTMLElement, { slot: HTMLElement; top: number }[]>();
    const put = (slot: HTMLElement, place: Place): void => {
      const column = columns.get(place.page.margin) ?? [];
      columns.set(place.page.margin, [...column, { slot, top: place.top * scale }]);
    };
    const ranges: { note: PageNote; range: Range }[] = [];
    const unplaced: HTMLElement[] = [];
    const drawn = new Set<string>();
    for (const note of this.#notes) {
      const range = note.place && index.range(note.place);
      const place = range && placeOf(range, layout, scale);
      const slot = note.id === this.#draft?.note ? this.#draftElement() : this.#slot(note, place?.line ?? 0);
      drawn.add(note.id);
      if (range) ranges.push({ note, range });
      if (place) put(slot, place);
      // A note that has a place, on a page that isn't shown now, is not unplaced.
      else if (!range) unplaced.push(slot);
    }
    for (const id of this.#slots.keys()) if (!drawn.has(id)) this.#slots.delete(id);
    if (this.#draft !== null && this.#draft.note === null) {
      const range = index.range(this.#draft.place);
      const place = range && placeOf(range, layout, scale);
      if (place)
        put(this.#draftElement(), this.#besidePaper ? place : { ...place, top: bottomOf(range, place, scale) });
      else if (!range) unplaced.push(this.#draftElement());
    }
    this.#ranges = ranges;
    this.#fillColumns(layout, columns);
    this.#listUnplaced(unplaced);
    this.#highlight();
  }

  get #besidePaper(): boolean {
    return this.main.classList.contains('margin-notes');
  }

  #fillColumns(layout: PaperLayout, columns: ReadonlyMap<HTMLElement, { slot: HTMLElement; top: number }[]>): void {
    for (const { margin } of layout.all) {
      const wanted = (columns.get(margin) ?? []).sort((a, b) => a.top - b.top);
      replaceIfOther(
        margin,
        wanted.map(({ slot }) => slot),
      );
    }
    // All writing first, then all reading: one layout.
    for (const { margin, element } of layout.all) {
      const own = columns.get(margin)?.sort((a, b) => a.top - b.top) ?? [];
      const heights = own.map(({ slot }) => slot.offsetHeight);
      const tops = spread(
        own.map(({ top }) => top),
        heights,
        element.offsetHeight,
      );
      for (const [i, { slot }] of own.entries()) slot.style.top = `${tops[i]!}px`;
      margin.style.minHeight = own.length === 0 ? '' : `${tops.at(-1)! + heights.at(-1)!}px`;
    }
  }

  #listUnplaced(slots: readonly HTMLElement[]): void {
    if (slots.length === 0) {
      this.#unplaced.remove();
      return;
    }
    replaceIfOther(this.#unplaced, [h('h2', {}, this.strings.unplaced), ...slots]);
    if (this.main.lastElementChild !== this.#unplaced) this.main.append(this.#unplaced);
  }

  // ---------------------------------------------------------------- a note

  #slot(note: PageNote, line: number): HTMLElement {
    const state = JSON.stringify([note, line]);
    const known = this.#slots.get(note.id);
    if (known?.state === state) return known.element;
    const element = this.#card(note, line);
    if (known?.element.classList.contains('open')) element.classList.add('open');
    if (known?.element.contains(document.activeElement))
      queueMicrotask(() => element.querySelector('article')?.focus());
    this.#slots.set(note.id, { state, element });
    return element;
  }

  #card(note: PageNote, line: number): HTMLElement {
    const { strings } = this;
    const own = note.reader === '';
    const who = own ? strings.you : note.reader;
    const where = line > 0 ? ` · ${fill(strings.line, line)}` : '';
    const actions = h('span', { class: 'note-actions' });
    if (own) {
      actions.append(
        iconButton('edit', strings.edit, '', () =>
          this.#open({ note: note.id, place: placeFor(note), ...textOf(note) }),
        ),
        iconButton('later', strings.answeredLater, '', () => this.#askPage(note, card)),
        iconButton('trash', strings.remove, '', () => this.outbox.ask({ type: 'removeNote', note: note.id })),
      );
    }
    actions.append(
      iconButton('check', note.resolved ? strings.reopen : strings.resolve, note.resolved ? 'on' : '', () =>
        this.outbox.ask({ type: 'resolveNote', note: note.id, resolved: !note.resolved }),
      ),
    );
    const card = h(
      'article',
      {
        class: `note ${note.kind}${note.resolved ? ' resolved' : ''}`,
        tabindex: 0,
        label: [
          strings[note.kind],
          who,
          note.resolved ? strings.resolved : '',
          line > 0 ? fill(strings.line, line) : '',
        ]
          .filter((part) => part !== '')
          .join(', '),
      },
      h(
        'header',
        {},
        icon(note.kind),
        h('span', { class: 'kind-name' }, strings[note.kind]),
        h('span', { class: 'who' }, `${who}${where}`),
        actions,
      ),
      note.place === null ? h('blockquote', {}, note.exact) : null,
      h('p', { class: 'note-body' }, note.body),
      note.answeredOnPage > 0 ? h('p', { class: 'answer' }, fill(strings.answeredOnPage, note.answeredOnPage)) : null,
      note.resolved ? h('p', { class: 'answer' }, strings.resolved) : null,
    );
    const slot = h('div', { class: `slot ${note.kind}`, 'data-note-id': note.id }, this.#pin(note), card);
    slot.addEventListener('pointerenter', () => this.#point(note.id));
    slot.addEventListener('pointerleave', () => this.#point(null));
    card.addEventListener('focusin', () => this.#point(note.id));
    card.addEventListener('focusout', () => this.#point(null));
    card.addEventListener('keydown', (event) => this.#cardKey(event, note, slot));
    return slot;
  }

  #cardKey(event: KeyboardEvent, note: PageNote, slot: HTMLElement): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && note.reader === '')
      this.#open({ note: note.id, place: placeFor(note), ...textOf(note) });
    else if (event.key === 'Delete' && note.reader === '') this.outbox.ask({ type: 'removeNote', note: note.id });
    else if (event.key === 'Escape') slot.classList.remove('open');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The sign on the paper that opens the note where there is no room beside it. */
  #pin(note: PageNote): HTMLElement {
    const label = `${this.strings[note.kind]}: ${note.body}`;
    const pin = h('button', { class: `pin ${note.kind}`, type: 'button', label }, icon(note.kind));
    pin.addEventListener('click', () => {
      const slot = pin.parentElement!;
      for (const open of this.main.querySelectorAll('.slot.open')) if (open !== slot) open.classList.remove('open');
      if (slot.classList.toggle('open')) slot.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
    });
    return pin;
  }

  #askPage(note: PageNote, card: HTMLElement): void {
    if (card.querySelector('.page-question') !== null) return;
    const input = h('input', { type: 'number', min: 1, max: 999, label: this.strings.answeredLaterQuestion });
    input.value = String(note.answeredOnPage || this.currentPage());
    const form = h('form', { class: 'page-question' }, h('label', {}, this.strings.answeredLaterQuestion, input));
    const close = (): void => {
      form.remove();
      card.focus({ preventScroll: true });
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const page = Number(input.value);
      if (Number.isSafeInteger(page) && page >= 0) this.outbox.ask({ type: 'answerNote', note: note.id, page });
      close();
    });
    form.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') close();
    });
    card.append(form);
    input.focus();
    input.select();
  }

  #draftElement(): HTMLElement {
    if (this.#draftSlot !== null) return this.#draftSlot;
    const draft = this.#draft!;
    const form = noteForm(this.strings, draft, {
      change: (text) => {
        this.#draft = { ...draft, ...text };
        this.outbox.keep({ draft: this.#draft });
        this.#highlight();
      },
      save: (text) => this.#save({ ...draft, ...text }),
      cancel: () => this.#closeDraft(),
    });
    this.#draftSlot = h('div', { class: 'slot draft open' }, h('div', { class: 'note' }, form));
    return this.#draftSlot;
  }

  // ---------------------------------------------------------------- the words on the paper

  #point(id: string | null): void {
    const range = this.#ranges.find(({ note }) => note.id === id)?.range;
    setHighlight('note-active', range ? [range] : []);
  }

  /** Marks the words that notes are about, without touching the text: it breaks into the same lines as for everybody. */
  #highlight(): void {
    const open = this.#ranges.filter(({ note }) => !note.resolved);
    for (const kind of NOTE_KINDS) {
      setHighlight(
        `note-${kind}`,
        open.filter(({ note }) => note.kind === kind).map(({ range }) => range),
      );
    }
    const draft = this.#draft && this.#paper?.index.range(this.#draft.place);
    setHighlight('note-draft', draft ? [draft] : []);
  }

  /** Opens the note whose words are at a point of the window. True where there is one. */
  openAt(x: number, y: number): boolean {
    const place = document.caretPositionFromPoint(x, y);
    const hit =
      place && this.#ranges.find(({ range }) => range.isPointInRange(place.offsetNode, place.offset))?.note.id;
    const slot = hit ? this.#slots.get(hit)?.element : undefined;
    if (slot === undefined) return false;
    slot.classList.add('open');
    slot.querySelector<HTMLElement>('article')?.focus();
    return true;
  }
}

/** A new note to what an unplaced one was about can't be placed either; it stays where it is. */
function placeFor(note: PageNote): Stretch {
  return note.place ?? { start: { line: 0, index: 0 }, end: { line: 0, index: 0 }, text: '' };
}

function textOf({ kind, body }: PageNote): NoteText {
  return { kind, body };
}

function setHighlight(name: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

function replaceIfOther(parent: Element, wanted: readonly Element[]): void {
  const have = [...parent.children];
  if (have.length === wanted.length && have.every((child, i) => child === wanted[i])) return;
  // What has the focus keeps it only if it isn't taken out.
  for (const child of have) if (!wanted.includes(child)) child.remove();
  for (const [i, child] of wanted.entries())
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
}

function readDraft(value: unknown): Draft | null {
  const draft = value as Partial<Draft> | null | undefined;
  const sound =
    typeof draft?.body === 'string' && NOTE_KINDS.includes(draft.kind!) && typeof draft.place?.text === 'string';
  return sound ? (draft as Draft) : null;
}

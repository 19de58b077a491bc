import type { Entry, MeetingEvent, MeetingState, MinutesKind } from '../core/meeting/state.js';
import { h, iconButton } from './dom.js';
import type { PageStrings } from './strings.js';

/** What can be written in a line of each kind besides its text. */
const FIELDS: Readonly<Record<MinutesKind, readonly ('who' | 'due')[]>> = {
  feedback: ['who'],
  decisions: [],
  actions: ['who', 'due'],
};

/** Time after the last key until a changed line is kept, in milliseconds. */
const PAUSE = 500;

type Take = (event: MeetingEvent) => void;

/** The lists of what is taken down: each line can be changed in place, and the last one of each list is for the next. */
export class Minutes {
  readonly element: HTMLElement;
  readonly #lists: Readonly<Record<MinutesKind, List>>;

  constructor(strings: PageStrings, take: Take) {
    this.#lists = {
      feedback: new List('feedback', strings, take, strings.feedback, strings.addFeedback),
      decisions: new List('decisions', strings, take, strings.decisionsTitle, strings.addDecision),
      actions: new List('actions', strings, take, strings.actionsTitle, strings.addAction),
    };
    const { feedback, decisions, actions } = this.#lists;
    this.element = h(
      'section',
      { class: 'minutes', label: strings.decisions },
      h('p', { class: 'hint' }, strings.feedbackHint),
      feedback.element,
      decisions.element,
      actions.element,
    );
  }

  show(state: MeetingState): void {
    for (const list of Object.values(this.#lists)) list.show(state);
  }

  /** Takes down what is being written: the page goes away. */
  keep(): void {
    for (const list of Object.values(this.#lists)) list.keep();
  }

  /** Puts the cursor where the next line is written. */
  focus(kind: MinutesKind): void {
    this.#lists[kind].next.querySelector('textarea')?.focus();
  }
}

class List {
  readonly element: HTMLElement;
  readonly next: HTMLElement;
  readonly #items = h('ol', {});
  readonly #rows = new Map<string, Row>();
  /** Lines that have changed a moment ago, each with what keeps it. */
  readonly #changed = new Map<string, () => void>();
  readonly #blank: Row;

  constructor(
    readonly kind: MinutesKind,
    readonly strings: PageStrings,
    readonly take: Take,
    title: string,
    placeholder: string,
  ) {
    const blank = new Row(kind, strings, placeholder);
    this.#blank = blank;
    this.next = blank.element;
    this.next.classList.add('next');
    blank.onEnter = () => {
      const { text, who, due } = blank.read();
      if (text === '') return;
      this.take({ type: 'add', kind, id: crypto.randomUUID(), text, who, due });
      blank.clear();
    };
    // Leaving the line keeps it too: nothing that was written waits for a key.
    this.next.addEventListener('focusout', (event) => {
      if (!this.next.contains(event.relatedTarget as Node | null)) blank.onEnter?.();
    });
    this.element = h('section', { class: `list ${kind}`, label: title }, h('h2', {}, title), this.#items, this.next);
  }

  keep(): void {
    for (const change of this.#changed.values()) change();
    this.#blank.onEnter?.();
  }

  show(state: MeetingState): void {
    const entries = state[this.kind];
    for (const [id, row] of this.#rows) {
      if (entries.some((entry) => entry.id === id)) continue;
      row.element.parentElement?.remove();
      this.#rows.delete(id);
    }
    for (const entry of entries) {
      const known = this.#rows.get(entry.id);
      if (known) known.fill(entry);
      else this.#add(entry);
    }
  }

  #add(entry: Entry): void {
    const { kind, strings, take } = this;
    const row = new Row(kind, strings, '');
    row.fill(entry);
    row.element.dataset.entryId = entry.id;
    let timer = 0;
    const change = (): void => {
      clearTimeout(timer);
      this.#changed.delete(entry.id);
      take({ type: 'change', kind, id: entry.id, ...row.read() });
    };
    row.element.addEventListener('input', () => {
      clearTimeout(timer);
      this.#changed.set(entry.id, change);
      timer = setTimeout(change, PAUSE);
    });
    row.onEnter = () => this.next.querySelector('textarea')?.focus();
    row.element.append(
      iconButton('close', strings.remove, 'remove', () => {
        clearTimeout(timer);
        this.#changed.delete(entry.id);
        take({ type: 'remove', kind, id: entry.id });
        this.next.querySelector('textarea')?.focus();
      }),
    );
    this.#rows.set(entry.id, row);
    this.#items.append(h('li', {}, row.element));
  }
}

interface Line {
  readonly text: string;
  readonly who: string;
  readonly due: string;
}

/** One line: its text, and the fields of its kind. */
class Row {
  readonly element: HTMLElement;
  onEnter: (() => void) | null = null;
  readonly #text: HTMLTextAreaElement;
  readonly #who: HTMLInputElement | null = null;
  readonly #due: HTMLInputElement | null = null;

  constructor(kind: MinutesKind, strings: PageStrings, placeholder: string) {
    this.#text = h('textarea', { rows: 1, placeholder, label: strings[labelOf(kind)] });
    this.element = h('div', { class: 'row' }, this.#text);
    const fields = FIELDS[kind];
    if (fields.includes('who')) {
      const label = kind === 'actions' ? strings.owner : strings.who;
      this.#who = h('input', { type: 'text', class: 'who', label, placeholder: label });
      this.element.append(this.#who);
    }
    if (fields.includes('due')) {
      const due = h('input', { type: 'date', class: 'due empty', label: strings.due });
      due.addEventListener('input', () => due.classList.toggle('empty', due.value === ''));
      this.#due = due;
      this.element.append(due);
    }
    this.element.addEventListener('keydown', (event) => {
      // The page's shortcuts are letters; here they are text.
      event.stopPropagation();
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.onEnter?.();
    });
  }

  read(): Line {
    return { text: this.#text.value.trim(), who: this.#who?.value.trim() ?? '', due: this.#due?.value ?? '' };
  }

  /** What the host knows; a field that is being written in stays as it is. */
  fill({ text, who, due }: Line): void {
    setValue(this.#text, text);
    if (this.#who) setValue(this.#who, who);
    if (this.#due) {
      setValue(this.#due, due);
      this.#due.classList.toggle('empty', this.#due.value === '');
    }
  }

  clear(): void {
    for (const field of [this.#text, this.#who, this.#due]) if (field) field.value = '';
    this.#due?.classList.add('empty');
    this.#text.focus();
  }
}

function labelOf(kind: MinutesKind): 'feedback' | 'decision' | 'action' {
  return kind === 'feedback' ? 'feedback' : kind === 'decisions' ? 'decision' : 'action';
}

function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (field !== document.activeElement && field.value !== value) field.value = value;
}

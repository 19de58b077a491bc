import { NOTE_KINDS, type NoteKind } from '../core/notes/model.js';
import { h, icon } from './dom.js';
import type { PageStrings } from './strings.js';

export interface NoteText {
  readonly kind: NoteKind;
  readonly body: string;
}

/**
 * Where a note is written: its kind and its text. Enter saves, Shift+Enter starts a line, Alt+1 to Alt+5 choose the kind. Escape saves
 * what was written rather than lose it.
 */
export function noteForm(
  strings: PageStrings,
  initial: NoteText,
  on: {
    readonly change: (text: NoteText) => void;
    readonly save: (text: NoteText) => void;
    readonly cancel: () => void;
  },
): HTMLFormElement {
  const name = `kind-${++forms}`;
  const body = h('textarea', { rows: 1, label: strings.writeNote, placeholder: strings.writeNote });
  body.value = initial.body;
  const kinds = NOTE_KINDS.map((kind, index) => {
    const input = h('input', { type: 'radio', name, value: kind, label: strings[kind] });
    input.checked = kind === initial.kind;
    return h('label', { class: kind, title: `${strings[kind]}  Alt+${index + 1}` }, input, icon(kind));
  });
  const kindName = h('span', { class: 'kind-name', 'aria-hidden': 'true' });
  const form = h(
    'form',
    { class: 'note-form' },
    h('div', { class: 'kinds', role: 'radiogroup', label: strings.kind }, ...kinds, kindName),
    body,
    h(
      'div',
      { class: 'form-buttons' },
      h('button', { type: 'submit', class: 'primary' }, strings.save),
      h('button', { type: 'button', class: 'quiet' }, strings.cancel),
    ),
  );
  const read = (): NoteText => ({
    kind: (form.querySelector<HTMLInputElement>('input:checked')?.value ?? initial.kind) as NoteKind,
    body: body.value.trim(),
  });
  const save = (): void => {
    const text = read();
    if (text.body === '') on.cancel();
    else on.save(text);
  };
  const show = (): void => {
    const { kind } = read();
    for (const one of NOTE_KINDS) form.classList.toggle(one, one === kind);
    kindName.textContent = strings[kind];
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  form.addEventListener('input', () => {
    show();
    on.change(read());
  });
  form.addEventListener('keydown', (event) => {
    const digit = /^Digit([1-5])$/.exec(event.code)?.[1];
    if (event.altKey && digit !== undefined)
      form.querySelectorAll<HTMLInputElement>('input')[Number(digit) - 1]!.click();
    else if (event.key === 'Escape') save();
    // While a syllable is being composed, Enter belongs to the composition.
    else if (event.key === 'Enter' && event.target === body && !event.shiftKey && !event.isComposing) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  form.querySelector<HTMLButtonElement>('.quiet')!.addEventListener('click', () => on.cancel());
  show();
  return form;
}

let forms = 0;

import { h, icon, setText } from './dom.js';
import { type MenuItem, menuButton } from './menu.js';
import type { ViewOptions } from './messages.js';
import type { PageStrings } from './strings.js';
import { step } from './zoom.js';

/** The line at the top: what is read here, where the reader is, and how the paper is shown. */
export class Bar {
  readonly element = h('header', { class: 'bar' });
  readonly #title = h('b', { class: 'bar-title' });
  readonly #edition = h('span', { class: 'bar-edition' });
  readonly #pageNumber = h('span', { class: 'page-number', 'aria-hidden': 'true' });
  #view: ViewOptions;
  #scale = 1;

  constructor(
    readonly strings: PageStrings,
    view: ViewOptions,
    readonly change: (view: ViewOptions) => void,
    readonly exportPages: () => void,
  ) {
    this.#view = view;
    this.element.ariaLabel = strings.toolbar;
    const button = h('button', { class: 'icon-button view', type: 'button', label: strings.view }, icon('view'));
    menuButton(button, () => this.#menu());
    this.element.append(this.#title, this.#edition, h('span', { class: 'room' }), this.#pageNumber, button);
  }

  get view(): ViewOptions {
    return this.#view;
  }

  /** Puts the meeting's parts in: the phases behind the title, the rest in front of the page number. */
  add(phases: HTMLElement, ...rest: readonly HTMLElement[]): void {
    this.#edition.after(phases);
    this.#pageNumber.before(...rest);
  }

  name(title: string, edition: string): void {
    setText(this.#title, title);
    setText(this.#edition, edition);
  }

  /** Says how large the paper is and which page is in front; empty where none is. */
  shows(scale: number, page: string): void {
    this.#scale = scale;
    setText(this.#pageNumber, page);
  }

  set(change: Partial<ViewOptions>): void {
    this.#view = { ...this.#view, ...change };
    this.change(this.#view);
  }

  zoom(larger: boolean): void {
    this.set({ zoom: step(this.#scale, larger) });
  }

  /** Does what a key stands for; false for one that stands for nothing here. */
  key(key: string): boolean {
    const { zoom, twoUp, lineNumbers, darkPaper, findings } = this.#view;
    const actions: Readonly<Record<string, () => void>> = {
      '+': () => this.zoom(true),
      '=': () => this.zoom(true),
      '-': () => this.zoom(false),
      '0': () => this.set({ zoom: 1 }),
      w: () => this.set({ zoom: zoom === 'width' ? 'auto' : 'width' }),
      '2': () => this.set({ twoUp: !twoUp }),
      l: () => this.set({ lineNumbers: !lineNumbers }),
      d: () => this.set({ darkPaper: !darkPaper }),
      f: () => this.set({ findings: !findings }),
    };
    if (!Object.hasOwn(actions, key)) return false;
    actions[key]!();
    return true;
  }

  #menu(): readonly (MenuItem | null)[] {
    const { strings } = this;
    const { zoom, twoUp, lineNumbers, darkPaper, findings } = this.#view;
    const meeting = document.body.classList.contains('meeting');
    const press = (key: string) => () => {
      this.key(key);
    };
    return [
      { label: strings.zoomIn, key: '+', run: press('+') },
      { label: strings.zoomOut, key: '−', run: press('-') },
      { label: strings.actualSize, key: '0', run: press('0') },
      { label: strings.fitWidth, key: 'W', checked: zoom === 'width', run: press('w') },
      { label: strings.twoPages, key: '2', checked: twoUp, run: press('2') },
      null,
      { label: strings.lineNumbers, key: 'L', checked: lineNumbers, run: press('l') },
      ...(document.body.classList.contains('vscode-dark')
        ? [{ label: strings.darkPaper, key: 'D', checked: darkPaper, run: press('d') }]
        : []),
      // In a meeting everybody sees the reader's view.
      ...(meeting ? [] : [{ label: strings.showFindings, key: 'F', checked: findings, run: press('f') }]),
      null,
      { label: strings.export, run: this.exportPages },
    ];
  }
}

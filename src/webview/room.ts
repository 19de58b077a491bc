import {
  clock,
  extension,
  type MeetingEvent,
  type MeetingState,
  nextState,
  PHASES,
  type Phase,
  pace,
  phaseAfter,
  remaining,
  spentIn,
} from '../core/meeting/state.js';
import { fill, h, icon, iconButton, setAttribute, setText } from './dom.js';
import { type MenuItem, menuButton } from './menu.js';
import { Minutes } from './minutes.js';
import type { Outbox } from './outbox.js';
import type { PageLayout, PaperLayout } from './sheets.js';
import type { PageStrings } from './strings.js';

const MINUTE = 60_000;
/** By how much a reader adds time. */
const EXTENSION = 5 * MINUTE;

/** The reading room: the phases, the clock, the pace, and what is taken down. Shows the state that the host keeps. */
export class Room {
  readonly phases = h('nav', { class: 'phases' });
  readonly progress = h('div', { class: 'progress', role: 'img' });
  readonly clockButton = h('button', { id: 'clock', type: 'button' });
  readonly next = h('button', { class: 'next-phase primary', type: 'button' });
  readonly #line = h('div', { class: 'time-line', 'aria-hidden': 'true' });
  readonly #pace = h('div', { class: 'pace', 'aria-hidden': 'true' });
  readonly #turn = h('nav', { class: 'turn' });
  readonly #turnLabel = h('span', { class: 'turn-label' });
  readonly #minutes: Minutes;
  #state: MeetingState | null = null;
  /** The host's clock minus the page's, in milliseconds. */
  #skew = 0;
  #timer = 0;
  #layout: PaperLayout | null = null;
  #wasOver = false;
  #clockShown = true;

  constructor(
    readonly main: HTMLElement,
    readonly bar: HTMLElement,
    readonly strings: PageStrings,
    readonly outbox: Outbox,
    readonly say: (text: string) => void,
    readonly sound: boolean,
    /** The phase or the open page changed: other pages are shown now. */
    readonly onShown: () => void,
    readonly showClock: (shown: boolean) => void,
  ) {
    this.#minutes = new Minutes(strings, (event) => this.#do(event));
    addEventListener('pagehide', () => this.#minutes.keep());
    this.phases.ariaLabel = strings.phases;
    for (const [index, phase] of PHASES.entries()) {
      if (index > 0) this.phases.append(h('span', { class: 'dot', 'aria-hidden': 'true' }, '·'));
      const button = h('button', { type: 'button', 'data-to': phase }, strings[phase]);
      button.addEventListener('click', () => this.#do({ type: 'go', phase }));
      this.phases.append(button);
    }
    this.next.addEventListener('click', () => this.nextPhase());
    menuButton(this.clockButton, () => this.#clockMenu());
    this.#turn.append(
      iconButton('left', strings.previousPage, 'previous', () => this.turn(-1)),
      this.#turnLabel,
      iconButton('right', strings.nextPage, 'following', () => this.turn(1)),
    );
    bar.append(this.#line);
    for (const hidden of [this.phases, this.progress, this.clockButton, this.next, this.#line]) hidden.hidden = true;
  }

  get phase(): Phase | null {
    return this.#state && this.#state.endedAt === null ? this.#state.phase : null;
  }

  set(state: MeetingState | null, now: number): void {
    const before = this.phase;
    const { page, startedAt } = this.#state ?? {};
    this.#skew = now - Date.now();
    this.#state = state;
    const { phase } = this;
    if (startedAt !== state?.startedAt) this.#wasOver = state !== null && remaining(state, now) <= 0;
    this.main.dataset.phase = phase ?? 'read';
    document.body.classList.toggle('meeting', phase !== null);
    for (const part of [this.phases, this.clockButton, this.next, this.#line]) part.hidden = phase === null;
    this.progress.hidden = phase !== 'read';
    for (const button of this.phases.querySelectorAll<HTMLElement>('[data-to]'))
      setAttribute(button, 'aria-current', button.dataset.to === phase ? 'step' : null);
    if (phase !== null) setText(this.next, phaseAfter(phase) === null ? this.strings.endMeeting : this.strings.next);
    if (phase !== before && phase !== null && before !== null) this.say(this.strings[phase]);
    if (state !== null && phase !== null) this.#minutes.show(state);
    this.#place(phase);
    this.#showPages();
    this.tick();
    if (phase !== before || page !== state?.page) {
      this.onShown();
      if (phase === 'walkthrough' || phase === 'decisions') scrollTo({ top: 0, behavior: 'instant' });
    }
  }

  /** Shows the result at once and asks the host to do the same: the two know the same rules. */
  #do(event: MeetingEvent): void {
    this.outbox.ask(event);
    const now = Date.now() + this.#skew;
    if (this.#state !== null) this.set(nextState(this.#state, event, now), now);
  }

  showsClock(shown: boolean): void {
    this.#clockShown = shown;
    this.tick();
  }

  laidOut(layout: PaperLayout): void {
    this.#layout = layout;
    this.#showPages();
    this.tick();
  }

  nextPhase(): void {
    if (this.phase === null) return;
    const next = phaseAfter(this.phase);
    this.#do(next === null ? { type: 'end' } : { type: 'go', phase: next });
  }

  #extend(): void {
    if (this.#state !== null) this.#do(extension(this.#state, EXTENSION));
  }

  togglePause(): void {
    if (this.#state !== null && this.phase !== null)
      this.#do({ type: this.#state.since === null ? 'resume' : 'pause' });
  }

  /** Turns the page of the walkthrough. */
  turn(by: number): void {
    const count = this.#layout?.all.length ?? 0;
    const page = Math.min(Math.max(1, (this.#state?.page ?? 1) + by), count);
    if (this.phase === 'walkthrough' && page !== this.#state?.page) this.#do({ type: 'turn', page });
  }

  /** The pages whose end came into sight have been read. */
  sawEndOf(pages: readonly number[]): void {
    if (this.phase !== 'read') return;
    for (const page of pages) if (!this.#state?.read.includes(page)) this.#do({ type: 'read', page });
  }

  /** What is taken down stands beside the text during feedback, under the page in the walkthrough, and at the end alone. */
  #place(phase: Phase | null): void {
    const { element } = this.#minutes;
    if (phase === null || phase === 'read') element.remove();
    else if (element.parentElement !== this.main) this.main.append(element);
    if (phase === 'walkthrough') this.main.prepend(this.#turn);
    else this.#turn.remove();
  }

  /** In the walkthrough one page is shown, at the end none. */
  #showPages(): void {
    const { phase } = this;
    const all = this.#layout?.all ?? [];
    const page = Math.min(this.#state?.page ?? 1, Math.max(1, all.length));
    for (const [index, { element, margin }] of all.entries()) {
      const hidden = phase === 'decisions' || (phase === 'walkthrough' && index + 1 !== page);
      if (element.hidden !== hidden) element.hidden = margin.hidden = hidden;
    }
    setText(this.#turnLabel, all[page - 1]?.element.ariaLabel ?? '');
    this.#turn.querySelector<HTMLButtonElement>('.previous')!.disabled = page <= 1;
    this.#turn.querySelector<HTMLButtonElement>('.following')!.disabled = page >= all.length;
  }

  // ---------------------------------------------------------------- time

  /** Shows the time, and wakes up when it will be another: nothing ticks that doesn't show. */
  tick(): void {
    clearTimeout(this.#timer);
    const state = this.#state;
    if (state === null || this.phase === null) {
      this.#pace.remove();
      return;
    }
    const now = Date.now() + this.#skew;
    const shown = clock(state, now);
    this.#drawClock(state, now);
    this.#drawPace(state, now);
    this.#drawProgress(state);
    if (shown.over && !this.#wasOver) this.#timeIsUp(state);
    this.#wasOver = shown.over;
    // The pace mark moves a line in some seconds; the clock changes less often, but for its last minute.
    if (shown.changesIn !== null)
      this.#timer = setTimeout(
        () => this.tick(),
        Math.min(shown.changesIn + 5, state.phase === 'read' ? 4000 : MINUTE),
      );
  }

  #drawClock(state: MeetingState, now: number): void {
    const { strings, clockButton } = this;
    const { value, unit, over, paused } = clock(state, now);
    const pattern = over
      ? value === 0
        ? strings.timeIsUp
        : strings.minutesOver
      : unit === 'minutes'
        ? strings.minutesLeft
        : strings.secondsLeft;
    const text = paused ? `${fill(pattern, value)} · ${strings.paused}` : fill(pattern, value);
    clockButton.classList.toggle('over', over);
    clockButton.classList.toggle('paused', paused);
    clockButton.classList.toggle('hidden-clock', !this.#clockShown);
    setAttribute(clockButton, 'aria-label', `${strings.clock}: ${text}`);
    setAttribute(clockButton, 'title', this.#clockShown ? null : strings.showClock);
    if (!this.#clockShown) {
      if (clockButton.querySelector('svg') === null) clockButton.replaceChildren(icon('clock'));
      return;
    }
    if (clockButton.textContent === text) return;
    // The number alone stands out.
    const [before = '', after = ''] = text.split(String(value), 2);
    clockButton.replaceChildren(
      ...(over && value === 0
        ? [text]
        : [
            before,
            h('b', {}, String(value)),
            `${after}${text.slice(before.length + String(value).length + after.length)}`,
          ]),
    );
  }

  /** A thin mark at the line that a reader who finishes in time is at; the line under the bar says the same of the whole. */
  #drawPace(state: MeetingState, now: number): void {
    const done = state.phase === 'read' ? pace(state, now) : 1 - Math.max(0, remaining(state, now)) / state.length;
    this.#line.style.setProperty('--done', String(Math.min(1, done)));
    const place = state.phase === 'read' && spentIn(state, 'read', now) > 0 ? this.#paceLine(done) : null;
    if (place === null) {
      this.#pace.remove();
      return;
    }
    this.#pace.title = this.strings.pace;
    this.#pace.style.setProperty('--top', String(place.top));
    if (this.#pace.parentElement !== place.page.element) place.page.element.append(this.#pace);
  }

  #paceLine(done: number): { readonly page: PageLayout; readonly top: number } | null {
    const pages = this.#layout?.all.filter(({ part }) => part !== 'appendix') ?? [];
    const lines = pages.reduce((sum, page) => sum + page.lines.length, 0);
    let left = Math.min(lines - 1, Math.floor(done * lines));
    for (const page of pages) {
      if (left < page.lines.length) return { page, top: page.lines[left]! };
      left -= page.lines.length;
    }
    return null;
  }

  #drawProgress(state: MeetingState): void {
    const pages = this.#layout?.pages ?? 0;
    const numbers = (this.#layout?.all ?? []).flatMap(({ part }, index) => (part === 'appendix' ? [] : [index + 1]));
    const read = numbers.filter((page) => state.read.includes(page)).length;
    if (this.progress.childElementCount !== numbers.length)
      this.progress.replaceChildren(...numbers.map(() => h('span')));
    for (const [i, page] of numbers.entries())
      this.progress.children[i]!.classList.toggle('done', state.read.includes(page));
    setAttribute(this.progress, 'aria-label', fill(this.strings.pagesRead, read, pages));
    setAttribute(this.progress, 'title', fill(this.strings.pagesRead, read, pages));
  }

  /** A soft sign: a word for those who hear the page, colour for those who see it, a sound for who asked for one. */
  #timeIsUp(state: MeetingState): void {
    this.say(state.phase === 'read' ? this.strings.readingIsOver : this.strings.timeIsUp);
    if (this.sound) chime();
  }

  #clockMenu(): readonly (MenuItem | null)[] {
    const { strings } = this;
    const paused = this.#state?.since === null;
    return [
      { label: paused ? strings.resume : strings.pause, key: 'P', run: () => this.togglePause() },
      { label: strings.extend, run: () => this.#extend() },
      {
        label: this.#clockShown ? strings.hideClock : strings.showClock,
        run: () => this.showClock(!this.#clockShown),
      },
      null,
      { label: strings.record, run: () => this.outbox.ask({ type: 'record' }) },
      { label: strings.endMeeting, run: () => this.#do({ type: 'end' }) },
    ];
  }

  /** Puts the cursor where the line of this phase is written. */
  takeDown(): void {
    if (this.phase === 'feedback') this.#minutes.focus('feedback');
    else if (this.phase !== null && this.phase !== 'read') this.#minutes.focus('decisions');
  }
}

/** Two soft notes, a fifth apart. */
function chime(): void {
  const context = new AudioContext();
  for (const [index, frequency] of [523.25, 783.99].entries()) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + index * 0.35;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.08, start + 0.05);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 1.6);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 1.7);
  }
}

/**
 * A silent-reading meeting as pure data: events and the time of day in, the next state out. All times are milliseconds, moments since
 * the Unix epoch; `now` is always passed in. The state holds moments rather than a running count, so that its clock is right after a
 * reload of the window, a pause or the sleep of the machine.
 */

/** What a meeting goes through, in this order. */
export const PHASES = ['read', 'feedback', 'walkthrough', 'decisions'] as const;
export type Phase = (typeof PHASES)[number];

/** What is taken down: high-level feedback, decisions, actions. */
export const MINUTES = ['feedback', 'decisions', 'actions'] as const;
export type MinutesKind = (typeof MINUTES)[number];

/** A line that was taken down. */
export interface Entry {
  /** Made by whoever takes it down; adding the same one twice changes nothing. */
  readonly id: string;
  readonly text: string;
  /** Who gave the feedback, took the decision or owns the action; may be empty. */
  readonly who: string;
  /** Day by which, as `YYYY-MM-DD`; may be empty. */
  readonly due: string;
  /** When it was taken down. */
  readonly at: number;
  /** When an action was ticked off; absent while it is open. */
  readonly doneAt?: number;
}

export interface MeetingState {
  readonly version: 1;
  /** Address of the document. */
  readonly document: string;
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly phase: Phase;
  /** How long the meeting is to take, and the silent reading within it. */
  readonly length: number;
  readonly reading: number;
  /** Time spent in each phase up to `since`, pauses not counted. */
  readonly spent: Readonly<Record<Phase, number>>;
  /** Since when the clock runs; null while it is paused, and after the end. */
  readonly since: number | null;
  /** Pages to read, the appendix not counted; 0 until the document is laid out. */
  readonly pages: number;
  /** Page that is open in the walkthrough, counted from 1 as `data-page` is. */
  readonly page: number;
  /** Pages read to their end, ascending. */
  readonly read: readonly number[];
  readonly feedback: readonly Entry[];
  readonly decisions: readonly Entry[];
  readonly actions: readonly Entry[];
}

export type MeetingEvent =
  | { readonly type: 'go'; readonly phase: Phase }
  | { readonly type: 'pause' | 'resume' | 'end' }
  /**
   * The reading, or the whole meeting, is to take this long, in milliseconds. What it is to be rather than what is added: an event that a page
   * isn't sure of is said again after a reload, and then counts once.
   */
  | { readonly type: 'extend'; readonly what: 'reading' | 'length'; readonly to: number }
  | { readonly type: 'pages'; readonly pages: number }
  | { readonly type: 'turn' | 'read'; readonly page: number }
  | {
      readonly type: 'add' | 'change';
      readonly kind: MinutesKind;
      readonly id: string;
      readonly text: string;
      readonly who: string;
      readonly due: string;
    }
  | { readonly type: 'remove'; readonly kind: MinutesKind; readonly id: string }
  /** Ticks an action off, or opens it again. */
  | { readonly type: 'tick'; readonly kind: 'actions'; readonly id: string; readonly done: boolean };

const MINUTE = 60_000;
/** Nobody reads for a day; beyond it a number is a slip. */
const LONGEST = 24 * 60 * MINUTE;

/**
 * A meeting that begins now. What `before`, the last one about the document, leaves open goes on: its open actions; of one that was never
 * ended, all that was taken down.
 */
export function startMeeting(
  document: string,
  length: number,
  reading: number,
  now: number,
  before: MeetingState | null = null,
): MeetingState {
  const goesOn = before?.endedAt === null;
  return {
    version: 1,
    document,
    startedAt: now,
    endedAt: null,
    phase: 'read',
    length: within(length, MINUTE, LONGEST),
    reading: within(reading, MINUTE, LONGEST),
    spent: { read: 0, feedback: 0, walkthrough: 0, decisions: 0 },
    since: now,
    pages: 0,
    page: 1,
    read: [],
    feedback: goesOn ? before.feedback : [],
    decisions: goesOn ? before.decisions : [],
    actions: before ? openActions(before) : [],
  };
}

/** The actions that nobody has ticked off. */
export function openActions({ actions }: MeetingState): Entry[] {
  return actions.filter(({ doneAt }) => doneAt === undefined);
}

/** How long to read `pages` pages, in milliseconds: 3 minutes a page, and no less than 10. */
export function readingTime(pages: number, minutesPerPage = 3, atLeast = 10): number {
  return Math.max(atLeast, Math.ceil(pages * minutesPerPage)) * MINUTE;
}

/**
 * The state after an event. One that changes nothing gives the same object. A meeting that has ended still takes minutes, and can be
 * resumed.
 */
export function nextState(state: MeetingState, event: MeetingEvent, now: number): MeetingState {
  switch (event.type) {
    case 'add':
    case 'change':
    case 'remove':
    case 'tick':
      return takeDown(state, event, now);
  }
  if (state.endedAt !== null) return event.type === 'resume' ? { ...state, endedAt: null, since: now } : state;
  switch (event.type) {
    case 'go':
      return event.phase === state.phase ? state : { ...settle(state, now), phase: event.phase };
    case 'pause':
      return state.since === null ? state : { ...settle(state, now), since: null };
    case 'resume':
      return state.since === null ? { ...state, since: now } : state;
    case 'end':
      return { ...settle(state, now), since: null, endedAt: now };
    case 'extend':
      return { ...state, [event.what]: within(event.to, MINUTE, LONGEST) };
    case 'pages':
      return event.pages === state.pages ? state : { ...state, pages: event.pages };
    case 'turn':
      return event.page === state.page || event.page < 1 ? state : { ...state, page: event.page };
    case 'read':
      return state.read.includes(event.page)
        ? state
        : { ...state, read: [...state.read, event.page].sort((a, b) => a - b) };
  }
}

/** What gives more time, in milliseconds: to the reading during silent reading, else to the meeting. */
export function extension(state: MeetingState, by: number): MeetingEvent {
  const what = state.phase === 'read' ? 'reading' : 'length';
  return { type: 'extend', what, to: state[what] + by };
}

/** The phase after this one; null after the last. */
export function phaseAfter(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}

function takeDown(state: MeetingState, event: Extract<MeetingEvent, { kind: MinutesKind }>, now: number): MeetingState {
  const entries = state[event.kind];
  const known = entries.find((entry) => entry.id === event.id);
  if (event.type === 'remove')
    return known ? { ...state, [event.kind]: entries.filter((entry) => entry !== known) } : state;
  if (event.type === 'tick') {
    if (!known || (known.doneAt !== undefined) === event.done) return state;
    const { doneAt: _, ...open } = known;
    const ticked = event.done ? { ...open, doneAt: now } : open;
    return { ...state, actions: state.actions.map((entry) => (entry === known ? ticked : entry)) };
  }
  const { id, text, who, due } = event;
  if (event.type === 'add')
    return known ? state : { ...state, [event.kind]: [...entries, { id, text, who, due, at: now }] };
  return known
    ? { ...state, [event.kind]: entries.map((entry) => (entry === known ? { ...known, text, who, due } : entry)) }
    : state;
}

/** Books what has passed in this phase, so that the phase or the clock can change. */
function settle(state: MeetingState, now: number): MeetingState {
  if (state.since === null) return state;
  return {
    ...state,
    spent: { ...state.spent, [state.phase]: spentIn(state, state.phase, now) },
    since: now,
  };
}

/** Time spent in a phase, pauses not counted. A clock that was set back doesn't take back what has passed. */
export function spentIn(state: MeetingState, phase: Phase, now: number): number {
  const running = phase === state.phase && state.since !== null ? Math.max(0, now - state.since) : 0;
  return state.spent[phase] + running;
}

/** Time left, of the reading during silent reading, else of the meeting; negative when it is over. */
export function remaining(state: MeetingState, now: number): number {
  if (state.phase === 'read') return state.reading - spentIn(state, 'read', now);
  return state.length - PHASES.reduce((sum, phase) => sum + spentIn(state, phase, now), 0);
}

/** How much of the text should be read by now, from 0 to 1. */
export function pace(state: MeetingState, now: number): number {
  return within(spentIn(state, 'read', now) / state.reading, 0, 1);
}

/** What the clock shows. */
export interface Clock {
  /** Whole minutes, rounded up; in the last minute seconds; when time is over, the minutes since then. */
  readonly value: number;
  readonly unit: 'minutes' | 'seconds';
  readonly over: boolean;
  readonly paused: boolean;
  /** Time until it shows something else; null while it stands. */
  readonly changesIn: number | null;
}

/** What the clock shows at `now`, in milliseconds of the same clock as the state’s, and in how many milliseconds it shows something else. */
export function clock(state: MeetingState, now: number): Clock {
  const left = remaining(state, now);
  const paused = state.since === null;
  if (left <= 0) {
    const value = Math.floor(-left / MINUTE);
    return { value, unit: 'minutes', over: true, paused, changesIn: paused ? null : (value + 1) * MINUTE + left };
  }
  const unit = left <= MINUTE ? 'seconds' : 'minutes';
  const step = unit === 'seconds' ? 1000 : MINUTE;
  const value = Math.ceil(left / step);
  return { value, unit, over: false, paused, changesIn: paused ? null : left - (value - 1) * step };
}

/** A state as it was stored; null for anything else, such as one of another version. */
export function readMeeting(value: unknown): MeetingState | null {
  if (!isRecord(value) || value.version !== 1 || typeof value.document !== 'string') return null;
  const { spent } = value;
  const sound =
    PHASES.includes(value.phase as Phase) &&
    [value.startedAt, value.length, value.reading, value.pages, value.page].every(isTime) &&
    [value.endedAt, value.since].every((each) => each === null || isTime(each)) &&
    isRecord(spent) &&
    PHASES.every((phase) => isTime(spent[phase])) &&
    Array.isArray(value.read) &&
    value.read.every(isTime) &&
    MINUTES.every((kind) => Array.isArray(value[kind]) && (value[kind] as unknown[]).every(isEntry));
  return sound ? (value as unknown as MeetingState) : null;
}

function isEntry(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['id', 'text', 'who', 'due'].every((key) => typeof value[key] === 'string') &&
    isTime(value.at) &&
    (value.doneAt === undefined || isTime(value.doneAt))
  );
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

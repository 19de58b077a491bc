import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  clock,
  extension,
  type MeetingEvent,
  type MeetingState,
  MINUTES,
  nextState,
  PHASES,
  pace,
  phaseAfter,
  readingTime,
  readMeeting,
  remaining,
  spentIn,
  startMeeting,
} from '../../../src/core/meeting/state.js';

const MINUTE = 60_000;
const START = 1_800_000_000_000;
const at = (minutes: number): number => START + minutes * MINUTE;
const meeting = (): MeetingState => startMeeting('file:///a.md', 60 * MINUTE, 18 * MINUTE, START);

/** Runs events, each with the minute it happens at. */
const run = (...events: readonly (readonly [minute: number, event: MeetingEvent])[]): MeetingState =>
  events.reduce((state, [minute, event]) => nextState(state, event, at(minute)), meeting());
const face = (state: MeetingState, minute: number): string => {
  const { value, unit, over, paused } = clock(state, at(minute));
  return `${over ? '+' : ''}${value} ${unit}${paused ? ' paused' : ''}`;
};

describe('A meeting', () => {
  it('reads 3 minutes a page, and no less than 10', () => {
    assert.equal(readingTime(6), 18 * MINUTE);
    assert.equal(readingTime(1), 10 * MINUTE);
    assert.equal(readingTime(4, 2.5, 5), 10 * MINUTE);
  });

  it('counts the reading down, then the whole meeting', () => {
    assert.equal(face(meeting(), 0), '18 minutes');
    assert.equal(face(meeting(), 0.01), '18 minutes');
    assert.equal(face(meeting(), 1), '17 minutes');
    assert.equal(face(run([15, { type: 'go', phase: 'feedback' }]), 20), '40 minutes');
  });

  it('shows seconds in the last minute only, and minutes over when time is up', () => {
    assert.equal(face(meeting(), 16.5), '2 minutes');
    assert.equal(face(meeting(), 17), '60 seconds');
    assert.equal(face(meeting(), 17.5), '30 seconds');
    assert.equal(face(meeting(), 18), '+0 minutes');
    assert.equal(face(meeting(), 20), '+2 minutes');
  });

  it('stands still while it is paused, and goes on from there', () => {
    const paused = run([5, { type: 'pause' }]);
    assert.equal(face(paused, 30), '13 minutes paused');
    const resumed = nextState(paused, { type: 'resume' }, at(30));
    assert.equal(face(resumed, 31), '12 minutes');
    assert.equal(pace(resumed, at(34)), 0.5);
  });

  it('stays paused through a change of phase', () =>
    assert.equal(
      face(run([5, { type: 'pause' }], [6, { type: 'go', phase: 'walkthrough' }]), 20),
      '55 minutes paused',
    ));

  it('extends the reading while reading, else the meeting', () => {
    const longer = (state: MeetingState, minute: number) => nextState(state, extension(state, 5 * MINUTE), at(minute));
    assert.equal(face(longer(meeting(), 17), 17), '6 minutes');
    const later = longer(run([18, { type: 'go', phase: 'feedback' }]), 58);
    assert.equal(face(later, 58), '7 minutes');
    assert.equal(later.reading, 18 * MINUTE);
  });

  it('can go back to reading and takes the time it took before into account', () => {
    const state = run([10, { type: 'go', phase: 'feedback' }], [12, { type: 'go', phase: 'read' }]);
    assert.equal(face(state, 15), '5 minutes');
    assert.equal(spentIn(state, 'feedback', at(15)), 2 * MINUTE);
  });

  it('goes through its phases in order', () => {
    assert.deepEqual(PHASES.map(phaseAfter), ['feedback', 'walkthrough', 'decisions', null]);
  });

  it('takes down a line once, changes and removes it, even after the end', () => {
    const line = { kind: 'actions', id: 'a', text: 'Call the board', who: 'Ana', due: '2027-03-01' } as const;
    const state = run([20, { type: 'add', ...line }], [21, { type: 'add', ...line }], [22, { type: 'end' }]);
    assert.deepEqual(state.actions, [{ id: 'a', text: 'Call the board', who: 'Ana', due: '2027-03-01', at: at(20) }]);
    const changed = nextState(state, { type: 'change', ...line, who: 'Min-jun' }, at(30));
    assert.equal(changed.actions[0]?.who, 'Min-jun');
    assert.deepEqual(nextState(changed, { type: 'remove', kind: 'actions', id: 'a' }, at(31)).actions, []);
  });

  it('stands still after the end, until it is resumed', () => {
    const state = run([30, { type: 'end' }]);
    assert.equal(state.endedAt, at(30));
    assert.equal(nextState(state, { type: 'go', phase: 'decisions' }, at(31)), state);
    assert.equal(clock(state, at(40)).changesIn, null);
    const resumed = nextState(state, { type: 'resume' }, at(40));
    assert.deepEqual([resumed.endedAt, spentIn(resumed, 'read', at(41))], [null, 31 * MINUTE]);
  });

  it('remembers the pages that were read, in order', () =>
    assert.deepEqual(
      run([1, { type: 'read', page: 2 }], [2, { type: 'read', page: 1 }], [3, { type: 'read', page: 2 }]).read,
      [1, 2],
    ));

  it('refuses what was not stored by it', () => {
    assert.deepEqual(readMeeting(JSON.parse(JSON.stringify(meeting()))), meeting());
    for (const broken of [
      null,
      'text',
      {},
      { ...meeting(), version: 2 },
      { ...meeting(), phase: 'nap' },
      { ...meeting(), since: 'now' },
      { ...meeting(), spent: {} },
      { ...meeting(), actions: [{ id: 1 }] },
    ])
      assert.equal(readMeeting(broken), null);
  });
});

describe('A meeting, whatever happens', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const anyEvent: fc.Arbitrary<MeetingEvent> = fc.oneof(
    fc.record({ type: fc.constant('go' as const), phase: fc.constantFrom(...PHASES) }),
    fc.record({ type: fc.constantFrom('pause' as const, 'resume' as const, 'end' as const) }),
    fc.record({
      type: fc.constant('extend' as const),
      what: fc.constantFrom('reading' as const, 'length' as const),
      to: fc.integer({ min: -30, max: 90 }).map((n) => n * MINUTE),
    }),
    fc.record({ type: fc.constantFrom('turn' as const, 'read' as const), page: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      type: fc.constantFrom('add' as const, 'change' as const),
      kind: fc.constantFrom(...MINUTES),
      id,
      text: fc.string(),
      who: fc.string(),
      due: fc.string(),
    }),
    fc.record({ type: fc.constant('remove' as const), kind: fc.constantFrom(...MINUTES), id }),
  );
  /** Events with the milliseconds that pass before each. */
  const anyStory = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * MINUTE }), anyEvent), { maxLength: 40 });

  it('books every moment that isn’t paused to exactly one phase', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let state = meeting();
        let now = START;
        let ran = 0;
        for (const [passed, event] of story) {
          if (state.since !== null) ran += passed;
          now += passed;
          state = nextState(state, event, now);
        }
        assert.equal(
          PHASES.reduce((sum, phase) => sum + spentIn(state, phase, now), 0),
          ran,
        );
      }),
    );
  });

  it('is as if a thing was said once where it is said twice, as a page does after a reload', () => {
    fc.assert(
      fc.property(anyStory, anyEvent, (story, event) => {
        let state = meeting();
        let now = START;
        for (const [passed, each] of story) {
          now += passed;
          state = nextState(state, each, now);
        }
        const once = nextState(state, event, now);
        assert.deepEqual(nextState(once, event, now), once);
      }),
    );
  });

  it('survives being stored and read at any moment', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let kept = meeting();
        let stored = meeting();
        let now = START;
        for (const [passed, event] of story) {
          now += passed;
          kept = nextState(kept, event, now);
          const read = readMeeting(JSON.parse(JSON.stringify(nextState(stored, event, now))));
          assert.ok(read);
          stored = read;
        }
        assert.deepEqual(stored, kept);
        assert.equal(remaining(stored, now), remaining(kept, now));
      }),
    );
  });

  it('has a clock that changes when it says so and not before', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let state = meeting();
        let now = START;
        for (const [passed, event] of story) {
          now += passed;
          state = nextState(state, event, now);
        }
        const shown = ({ value, unit, over }: ReturnType<typeof clock>): string => `${value} ${unit} ${over}`;
        const first = clock(state, now);
        if (first.changesIn === null) assert.equal(shown(clock(state, now + 1e9)), shown(first));
        else {
          assert.ok(first.changesIn > 0 && first.changesIn <= MINUTE, String(first.changesIn));
          assert.equal(shown(clock(state, now + Math.ceil(first.changesIn) - 1)), shown(first));
          assert.notEqual(shown(clock(state, now + first.changesIn)), shown(first));
        }
      }),
    );
  });
});

describe('The meeting after a meeting', () => {
  const add = (kind: 'feedback' | 'decisions' | 'actions', id: string): MeetingEvent => ({
    type: 'add',
    kind,
    id,
    text: `text of ${id}`,
    who: '',
    due: '',
  });
  const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);
  const tick = (id: string, done: boolean): MeetingEvent => ({ type: 'tick', kind: 'actions', id, done });
  const full = run(
    [1, add('feedback', 'f')],
    [2, add('decisions', 'd')],
    [3, add('actions', 'a')],
    [4, add('actions', 'b')],
  );
  const next = (before: MeetingState): MeetingState =>
    startMeeting('file:///a.md', 60 * MINUTE, 18 * MINUTE, at(99), before);

  it('goes on with the actions that are open', () => {
    const ended = nextState(nextState(full, { type: 'end' }, at(60)), tick('a', true), at(70));
    const { feedback, decisions, actions } = next(ended);
    assert.deepEqual([feedback, decisions, ids(actions)], [[], [], ['b']]);
  });

  it('loses nothing of one that was never ended', () => {
    const { feedback, decisions, actions, spent } = next(full);
    assert.deepEqual([ids(feedback), ids(decisions), ids(actions)], [['f'], ['d'], ['a', 'b']]);
    assert.equal(spent.read, 0);
  });

  it('opens an action again that was ticked off, also after its end', () => {
    const ticked = nextState(nextState(full, { type: 'end' }, at(60)), tick('a', true), at(70));
    assert.equal(ticked.actions[0]!.doneAt, at(70));
    assert.equal(nextState(ticked, tick('a', true), at(80)), ticked);
    assert.equal(readMeeting(JSON.parse(JSON.stringify(ticked)))!.actions[0]!.doneAt, at(70));
    assert.deepEqual(nextState(ticked, tick('a', false), at(80)).actions, full.actions);
  });
});

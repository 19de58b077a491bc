import * as vscode from 'vscode';
import { type MeetingEvent, type MeetingState, nextState, readMeeting } from '../../core/meeting/state.js';
import { Disposable } from '../disposable.js';
import type { Waiting } from '../notes/reader-file.js';

/** Meetings by document, kept in the workspace's state: they outlive the window and the extension host. */
export class Meetings extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<MeetingState>());
  /** A meeting was started or something happened in it. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly state: vscode.Memento) {
    super();
    this.#tell();
  }

  /** The last meeting about a document, over or not. */
  of(uri: vscode.Uri): MeetingState | null {
    return storedMeeting(this.state, uri);
  }

  /** The meeting that goes on about a document. */
  running(uri: vscode.Uri): MeetingState | null {
    const meeting = this.of(uri);
    return meeting?.endedAt === null ? meeting : null;
  }

  async begin(meeting: MeetingState): Promise<void> {
    await this.#store(meeting);
  }

  /** Resolves when the outcome is stored; nothing happens where there is no meeting. */
  async happens(uri: vscode.Uri, event: MeetingEvent): Promise<void> {
    const after = stateAfter(this.state, uri, event);
    if (after) await this.#store(after);
  }

  async #store(meeting: MeetingState): Promise<void> {
    const stored = store(this.state, meeting);
    this.#changed.fire(meeting);
    this.#tell();
    await stored;
  }

  /** Commands of the meeting are offered while there is one. */
  #tell(): void {
    const any = this.state
      .keys()
      .some((key) => key.startsWith(PREFIX) && readMeeting(this.state.get(key))?.endedAt === null);
    void vscode.commands.executeCommand('setContext', 'prfaq.meeting', any);
  }
}

const PREFIX = 'prfaq.meeting ';

/** The state that an event leads to; null where there is no meeting or nothing changes. */
function stateAfter(state: Pick<vscode.Memento, 'get'>, uri: vscode.Uri, event: MeetingEvent): MeetingState | null {
  const before = storedMeeting(state, uri);
  const after = before && nextState(before, event, Date.now());
  return after === before ? null : after;
}

async function store(state: Pick<vscode.Memento, 'update'>, meeting: MeetingState): Promise<void> {
  await state.update(keyOf(meeting.document), meeting);
}

/** Has something happen to a document's last meeting, for who isn't in the room. */
export async function storeEvent(state: Waiting, uri: vscode.Uri, event: MeetingEvent): Promise<void> {
  const after = stateAfter(state, uri, event);
  if (after) await store(state, after);
}

function keyOf(document: string): string {
  return PREFIX + document;
}

/** The last meeting about a document, as it is stored; null where there was none. */
export function storedMeeting(state: Pick<vscode.Memento, 'get'>, uri: vscode.Uri): MeetingState | null {
  return readMeeting(state.get(keyOf(uri.toString())));
}

/** Notes that a meeting's minutes, as they are now, stand in a record. */
export async function markRecorded(state: Waiting, uri: vscode.Uri): Promise<void> {
  const meeting = storedMeeting(state, uri);
  if (meeting) await state.update(RECORDED + meeting.document, minutesKey(meeting));
}

/** Whether the record of a meeting was written as the meeting stands now. */
export function isRecorded(state: Pick<vscode.Memento, 'get'>, meeting: MeetingState): boolean {
  return state.get(RECORDED + meeting.document) === minutesKey(meeting);
}

const RECORDED = 'prfaq.recorded ';

function minutesKey({ startedAt, feedback, decisions, actions }: MeetingState): string {
  const said = [...feedback, ...decisions, ...actions].map(({ id, text, who, due }) => [id, text, who, due]);
  return JSON.stringify([startedAt, said]);
}

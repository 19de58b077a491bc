import * as vscode from 'vscode';
import { type MeetingEvent, type MeetingState, nextState, readMeeting } from '../../core/meeting/state.js';
import { Disposable } from '../disposable.js';

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
    const before = this.of(uri);
    const after = before && nextState(before, event, Date.now());
    if (after && after !== before) await this.#store(after);
  }

  async #store(meeting: MeetingState): Promise<void> {
    const stored = this.state.update(keyOf(meeting.document), meeting);
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

function keyOf(document: string): string {
  return PREFIX + document;
}

/** The last meeting about a document, as it is stored; null where there was none. */
export function storedMeeting(state: vscode.Memento, uri: vscode.Uri): MeetingState | null {
  return readMeeting(state.get(keyOf(uri.toString())));
}

import * as vscode from 'vscode';
import { phaseAfter, readingTime, startMeeting } from '../../core/meeting/state.js';
import { Disposable } from '../disposable.js';
import type { PreviewServices } from '../preview/starter.js';
import { isUnsaved, saveFirst } from '../unsaved.js';
import { isRecorded, type Meetings } from './meetings.js';

const MINUTE = 60_000;

/** Asks what a meeting needs to be told, clears the screen for it, and leads it through its phases. */
export class Conductor extends Disposable {
  constructor(
    readonly services: PreviewServices,
    readonly meetings: Meetings,
    readonly show: (uri: vscode.Uri) => unknown,
  ) {
    super();
  }

  /** Starts a meeting, or goes on with the one about this document. `options` may say what else is asked: minutes. */
  async start(uri: vscode.Uri, options: unknown): Promise<void> {
    if (isUnsaved(uri)) {
      void vscode.window.showInformationMessage(saveFirst());
      return;
    }
    const times = (await this.#goOn(uri)) ? 'same' : await this.#times(uri, options);
    if (times === undefined || (times !== 'same' && !(await this.#mayForget(uri)))) return;
    if (times === 'same') await this.meetings.happens(uri, { type: 'resume' });
    else
      await this.meetings.begin(
        startMeeting(uri.toString(), times.length * MINUTE, times.reading * MINUTE, Date.now(), this.meetings.of(uri)),
      );
    this.show(uri);
    await this.#clearScreen();
  }

  /** Whether to go on with a meeting that isn't over. */
  async #goOn(uri: vscode.Uri): Promise<boolean> {
    const running = this.meetings.running(uri);
    if (!running) return false;
    const time = new Date(running.startedAt).toLocaleTimeString(vscode.env.language, { timeStyle: 'short' });
    const goOn = vscode.l10n.t('Go on with the meeting of {0}', time);
    return (await vscode.window.showQuickPick([goOn, vscode.l10n.t('Start a new one')])) === goOn;
  }

  /** Minutes of a meeting that has ended make way for the next one: not before somebody has their record. */
  async #mayForget(uri: vscode.Uri): Promise<boolean> {
    const before = this.meetings.of(uri);
    if (!before || before.endedAt === null || isRecorded(this.services.context.workspaceState, before)) return true;
    if (before.feedback.length + before.decisions.length + before.actions.length === 0) return true;
    const record = vscode.l10n.t('Export Record');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'What was taken down in the last meeting has no record yet. A new meeting begins with an empty page.',
      ),
      record,
      vscode.l10n.t('Start Without'),
    );
    if (choice === record) await this.record(uri);
    return choice !== undefined;
  }

  async #times(uri: vscode.Uri, options: unknown): Promise<{ length: number; reading: number } | undefined> {
    const settings = vscode.workspace.getConfiguration('prfaq', uri);
    const state = await this.services.documents.load(uri);
    const pages = state?.checked?.layout().sheets ?? 0;
    const perPage = settings.get<number>('meeting.minutesPerPage') ?? 3;
    const suggested = readingTime(pages, perPage, settings.get<number>('meeting.leastReading') ?? 10) / MINUTE;
    const given = (typeof options === 'object' ? options : null) as { length?: unknown; reading?: unknown } | null;
    const length = minutesOf(given?.length);
    const reading = minutesOf(given?.reading);
    if (length !== undefined && reading !== undefined) return { length, reading };
    const answers = await askMinutes([
      {
        question: vscode.l10n.t('How long is the meeting, in minutes?'),
        value: length ?? settings.get<number>('meeting.length') ?? 60,
      },
      {
        question: vscode.l10n.t('How long to read in silence, in minutes?'),
        value: reading ?? suggested,
        prompt: vscode.l10n.t('Pages: {0}. Minutes a page: {1}.', pages, perPage),
      },
    ]);
    return answers && { length: answers[0]!, reading: answers[1]! };
  }

  async next(uri: vscode.Uri): Promise<void> {
    const meeting = this.meetings.running(uri);
    if (!meeting) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No meeting is going on about this document.'));
      return;
    }
    const phase = phaseAfter(meeting.phase);
    if (phase) await this.meetings.happens(uri, { type: 'go', phase });
    else await this.end(uri);
  }

  async end(uri: vscode.Uri): Promise<void> {
    if (!this.meetings.running(uri)) return;
    await this.meetings.happens(uri, { type: 'end' });
    await this.over(uri);
  }

  /** The meeting has ended: gives the editor back and says what can be done now. */
  async over(uri: vscode.Uri): Promise<void> {
    await this.#restoreScreen();
    const record = vscode.l10n.t('Export Record');
    const goOn = vscode.l10n.t('Go On');
    const choice = await vscode.window.showInformationMessage(vscode.l10n.t('The meeting is over.'), record, goOn);
    if (choice === record) await this.record(uri);
    if (choice === goOn) {
      await this.meetings.happens(uri, { type: 'resume' });
      this.show(uri);
      await this.#clearScreen();
    }
  }

  async record(uri: vscode.Uri): Promise<void> {
    await vscode.commands.executeCommand('prfaq.exportMeetingRecord', uri);
  }

  /** The window was loaded anew during a meeting: VS Code has restored zen mode, and with it the narrow column in the middle. */
  comeBack(uri: vscode.Uri): void {
    const zen = vscode.workspace.getConfiguration('zenMode');
    if (this.meetings.running(uri) && zen.get<boolean>('restore') === true && zen.get<boolean>('centerLayout') === true)
      void this.#clearScreen();
  }

  /** Nothing but the paper: zen mode, in full screen, and no other editor beside. */
  async #clearScreen(): Promise<void> {
    const { executeCommand } = vscode.commands;
    // Leaving it first makes sure that toggling enters it.
    await executeCommand('workbench.action.exitZenMode');
    const several = vscode.window.tabGroups.all.length > 1;
    if (several) await executeCommand('workbench.action.toggleMaximizeEditorGroup');
    await this.services.context.workspaceState.update(MAXIMIZED, several);
    await executeCommand('workbench.action.toggleZenMode');
    const zen = vscode.workspace.getConfiguration('zenMode');
    // The paper is in the middle by itself, and its notes need the room beside it.
    if (zen.get<boolean>('centerLayout') === true) await executeCommand('workbench.action.toggleCenteredLayout');
  }

  async #restoreScreen(): Promise<void> {
    const { workspaceState } = this.services.context;
    await vscode.commands.executeCommand('workbench.action.exitZenMode');
    if (workspaceState.get(MAXIMIZED) === true)
      await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
    await workspaceState.update(MAXIMIZED, undefined);
  }
}

/** Whether an editor group was maximized for the meeting. */
const MAXIMIZED = 'prfaq.meetingMaximized';

function minutesOf(value: unknown): number | undefined {
  const minutes = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value;
  return typeof minutes === 'number' && minutes >= 1 && minutes <= 600 ? minutes : undefined;
}

/** Asks one after the other in the same input box, each with an answer that Enter takes; undefined when given up. */
async function askMinutes(
  questions: readonly { readonly question: string; readonly value: number; readonly prompt?: string }[],
): Promise<number[] | undefined> {
  const input = vscode.window.createInputBox();
  const answers: number[] = [];
  const show = (): void => {
    const { question, value, prompt = '' } = questions[answers.length]!;
    Object.assign(input, { title: question, prompt, value: String(value), step: answers.length + 1 });
    input.valueSelection = [0, input.value.length];
  };
  input.totalSteps = questions.length;
  // What was asked stays until it is answered, wherever the focus goes meanwhile.
  input.ignoreFocusOut = true;
  show();
  try {
    return await new Promise<number[] | undefined>((resolve) => {
      input.onDidChangeValue((text) => {
        input.validationMessage =
          minutesOf(text) === undefined ? vscode.l10n.t('A number of minutes from 1 to 600.') : undefined;
      });
      input.onDidAccept(() => {
        const minutes = minutesOf(input.value);
        if (minutes === undefined) return;
        answers.push(minutes);
        if (answers.length === questions.length) resolve(answers);
        else show();
      });
      input.onDidHide(() => resolve(undefined));
      input.show();
    });
  } finally {
    input.dispose();
  }
}

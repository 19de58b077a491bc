import * as vscode from 'vscode';
import type { PageSetup } from '../../core/layout/index.js';
import type { ActiveNarrative } from '../active.js';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';
import { load } from '../load.js';
import type { Notes } from '../notes/store.js';
import type { Previews } from './previews.js';
import { OPEN_PREVIEWS, VIEW_TYPE } from './view-type.js';

/** What the preview and the meeting need of the main bundle. */
export interface PreviewServices {
  readonly documents: Documents;
  readonly active: ActiveNarrative;
  readonly context: Pick<
    vscode.ExtensionContext,
    'extensionUri' | 'workspaceState' | 'globalState' | 'globalStorageUri'
  >;
  notes(): Promise<Notes>;
  /** The paper that the settings ask for. */
  page(uri: vscode.Uri): PageSetup;
}

/** The preview's commands, and its panels that come back with the window. What is behind them is loaded with the first. */
export class PreviewStarter extends Disposable implements vscode.WebviewPanelSerializer {
  #previews: Promise<Previews> | undefined;

  constructor(readonly services: PreviewServices) {
    super();
    this.register(vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this));
    if (services.context.workspaceState.get(OPEN_PREVIEWS) !== undefined) void this.#start();
    for (const command of [
      'prfaq.openPreview',
      'prfaq.openPreviewToSide',
      'prfaq.startMeeting',
      'prfaq.nextPhase',
      'prfaq.endMeeting',
      'prfaq.exportHtml',
      'prfaq.print',
    ] as const) {
      this.register(
        vscode.commands.registerCommand(command, async (...args: unknown[]) =>
          (await this.#start()).run(command, args),
        ),
      );
    }
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    (await this.#start()).restore(panel, state);
  }

  /** Starts a note in the preview, if that is in front. */
  async addNote(): Promise<boolean> {
    return (await this.#previews)?.addNote() ?? false;
  }

  #start(): Promise<Previews> {
    const { services } = this;
    this.#previews ??= load(services.context.extensionUri, 'preview').then(({ Previews }) =>
      this.register(new Previews(services)),
    );
    // A bundle that can't be read now may be there the next time.
    this.#previews.catch(() => {
      this.#previews = undefined;
    });
    return this.#previews;
  }
}

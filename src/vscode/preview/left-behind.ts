import * as vscode from 'vscode';

/** Which previews are open, in which session of the window. */
export const OPEN = 'prfaq.openPreviews';

export interface Opened {
  readonly session: string;
  readonly uris: readonly string[];
}

/** The previews that an extension host has left behind which ended while the window stayed: VS Code doesn't restore them. */
export function leftBehind(state: vscode.Memento): readonly string[] {
  const opened = state.get<Opened>(OPEN);
  return opened?.session === vscode.env.sessionId ? opened.uris : [];
}

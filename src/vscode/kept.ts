import type * as vscode from 'vscode';

/** What the workspace's state keeps of a document by its address: a meeting, whether it has its record, since when a draft lasts. */
const NAMES = ['prfaq.meeting ', 'prfaq.recorded ', 'prfaq.draftSince '];

/** A document, or a folder with documents, has another address now: what is kept of them goes along. */
export async function moveKept(
  state: Pick<vscode.Memento, 'keys' | 'get' | 'update'>,
  from: vscode.Uri,
  to: vscode.Uri,
): Promise<void> {
  for (const key of state.keys()) {
    const name = NAMES.find((one) => key.startsWith(one));
    const before = name && key.slice(name.length);
    if (before !== from.toString() && !before?.startsWith(`${from}/`)) continue;
    const now = `${to}${before.slice(from.toString().length)}`;
    const value = state.get<unknown>(key);
    await state.update(`${name}${now}`, isMeeting(value) ? { ...value, document: now } : value);
    await state.update(key, undefined);
  }
}

function isMeeting(value: unknown): value is { readonly document: unknown } {
  return typeof value === 'object' && value !== null && 'document' in value;
}

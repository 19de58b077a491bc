import * as vscode from 'vscode';
import type { KitHost } from '../../core/config/kit.js';
import { BUILT_IN_KINDS, type KindDefinition } from '../../core/kinds/index.js';
import type { Template } from '../../core/templates/templates.js';
import { readText } from './files.js';
import { FOLDERS } from './folders.js';
import type { TeamConfigs } from './team-configs.js';

const parse = (address: string): vscode.Uri => vscode.Uri.parse(address, true);

/** The editor's file systems, their files and folders named by address. */
export const KITS: KitHost = {
  read: (file) => readText(parse(file)),
  list: async (folder) => {
    try {
      const entries = await vscode.workspace.fs.readDirectory(parse(folder));
      return entries.flatMap(([name, type]) => (type & vscode.FileType.File ? [name] : []));
    } catch {
      // Whether there is none, or a file of that name, or one that can't be read: reading it tells.
      return null;
    }
  },
  join: FOLDERS.join,
  nameOf: (file) => parse(file).path.split('/').at(-1)!,
};

/** Templates that a team shares, with what they are listed under. */
export interface TeamTemplates {
  /** The folder's name where templates come from several; else empty. */
  readonly folder: string;
  readonly templates: readonly Template[];
  /** The kinds of documents that are written there. */
  readonly kinds: readonly KindDefinition[];
}

/** The teams' templates for a new document at `place`; where that isn't known yet, by the document in front, else by the folders that are open. */
export async function teamTemplates(configs: TeamConfigs, place: vscode.Uri | undefined): Promise<TeamTemplates[]> {
  const front = vscode.window.activeTextEditor?.document.uri;
  const isInside = front && vscode.workspace.getWorkspaceFolder(front);
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({
    uri: vscode.Uri.joinPath(uri, 'new.md'),
    name,
  }));
  const places = place ? [{ uri: place, name: '' }] : isInside ? [{ uri: front, name: '' }] : folders;
  return Promise.all(
    places.map(async ({ uri, name }) => {
      const { templates } = await configs.kitFor(uri);
      const kinds = configs.loadedFor(uri)?.team.kinds ?? BUILT_IN_KINDS;
      return { folder: places.length > 1 ? name : '', templates, kinds };
    }),
  );
}

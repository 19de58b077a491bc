import * as vscode from 'vscode';
import { CONFIG_NAMES, KIT_FOLDERS } from '../../core/config/find-config.js';
import { flatten, writeConfig } from '../../core/config/flatten.js';
import { problemTexts } from '../../core/config/problems.js';
import type { TeamValues } from '../../core/config/team.js';
import { validate } from '../../core/config/validate.js';
import { skeleton } from '../../core/templates/skeleton.js';
import { templateLanguage } from '../../core/templates/template.js';
import type { DocumentState } from '../documents.js';
import { nameOf, readText } from './files.js';
import { KITS } from './kits.js';
import type { TeamConfigs } from './team-configs.js';

type Writing = typeof import('../writing/feature.js');

/** A file of a kit, by its path in the kit's folder. */
interface KitFile {
  readonly path: string;
  readonly text: string;
}

/**
 * `prfaq.exportTeamKit`: writes what documents are checked with, and what is there to write with, into a folder that the user chooses
 * (or that `folder` says): one config that extends nothing, the team's templates and snippets, and a template like the document in
 * front. Never overwrites a file, and says which it left alone. Gives the paths that were written.
 */
export async function exportTeamKit(
  configs: TeamConfigs,
  writing: Writing,
  state: DocumentState | undefined,
  folder: unknown,
): Promise<readonly string[]> {
  const [open] = vscode.workspace.workspaceFolders ?? [];
  const target = folder instanceof vscode.Uri ? folder : await chooseFolder(open?.uri);
  if (!target) return [];
  const from = state?.document.uri ?? (open && vscode.Uri.joinPath(open.uri, 'new.md'));
  if (from) await configs.ready(from);
  const files = [
    configFile(configs, from),
    ...(await sharedFiles(configs, from)),
    ...(state?.checked?.analysis.narrative.kind ? [templateOf(state, writing)] : []),
  ];
  const snippets = files.some(({ path }) => path.startsWith(KIT_FOLDERS.snippets));
  return write(target, snippets ? files : [...files, STARTER]);
}

async function chooseFolder(defaultUri: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    ...(defaultUri && { defaultUri }),
    title: vscode.l10n.t('Export Team Kit'),
    openLabel: vscode.l10n.t('Export Here'),
  });
  return chosen?.[0];
}

/** What the team says, with what the settings say above it: in one file, for it may go to another repository. */
function configFile(configs: TeamConfigs, uri: vscode.Uri | undefined): KitFile {
  const settings = vscode.workspace.getConfiguration('prfaq', uri);
  const set = (key: string): unknown => {
    const found = settings.inspect(key);
    return found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
  };
  const own: unknown = {
    rules: settings.get('rules') ?? {},
    page: Object.fromEntries(
      ['size', 'margin'].map((key) => [key, set(`page.${key}`)]).filter(([, value]) => value !== undefined),
    ),
  };
  // Settings may hold anything; what can't be used stays behind.
  const usable = validate(configs.shape, own, problemTexts(vscode.env.language), () => {}) as TeamValues;
  const layers = (uri && configs.loadedFor(uri)?.layers) ?? [];
  const comment = vscode.l10n.t(
    'How this team writes PR/FAQs. Made from the settings in use; see the README of the extension for what may stand here',
  );
  return { path: CONFIG_NAMES[0], text: writeConfig(flatten([...layers, usable]), comment) };
}

/** The files of the team's templates and snippets, as they are; of two of the same name the nearer. */
async function sharedFiles(configs: TeamConfigs, uri: vscode.Uri | undefined): Promise<KitFile[]> {
  if (!uri) return [];
  const { templateFiles, snippetFiles } = await configs.kitFor(uri);
  const files = new Map<string, string>();
  for (const [folder, addresses] of [
    [KIT_FOLDERS.templates, templateFiles],
    [KIT_FOLDERS.snippets, snippetFiles],
  ] as const)
    for (const address of addresses) {
      const text = await readText(vscode.Uri.parse(address, true));
      if (text !== null) files.set(`${folder}/${KITS.nameOf(address)}`, text);
    }
  return [...files].map(([path, text]) => ({ path, text }));
}

/** A template like a document: what it says stays with it. */
function templateOf({ document, checked }: DocumentState, { LIBRARY }: Writing): KitFile {
  const { analysis } = checked!;
  const stem = document.uri.path.split('/').at(-1)!.replace(/\..*$/, '') || 'document';
  const front = [
    'template:',
    `  title: ${JSON.stringify(vscode.l10n.t('Like {0}', stem))}`,
    `  description: ${JSON.stringify(vscode.l10n.t('Headings and questions of {0}', stem))}`,
  ];
  const text = skeleton(analysis, LIBRARY[templateLanguage(analysis.narrative.language)], front);
  return { path: `${KIT_FOLDERS.templates}/${stem}.md`, text };
}

/** Snippets to begin with. */
const STARTER: KitFile = {
  path: `${KIT_FOLDERS.snippets}/team.code-snippets`,
  text: `{
  // In VS Code's snippet format: typing the prefix in Markdown offers the body.
  "Question and answer": {
    "prefix": "qa",
    "body": ["### \${1:[Question]}?", "", "\${2:[Answer]}"],
    "description": "A question of the FAQ"
  }
}
`,
};

async function write(folder: vscode.Uri, files: readonly KitFile[]): Promise<readonly string[]> {
  const there = await Promise.all(files.map(({ path }) => exists(vscode.Uri.joinPath(folder, path))));
  const written = files.filter((_, n) => !there[n]);
  const left = files.filter((_, n) => there[n]).map(({ path }) => path);
  const change = new vscode.WorkspaceEdit();
  // Fails where a file has come in between: `overwrite` and `ignoreIfExists` are both off.
  for (const { path, text } of written)
    change.createFile(vscode.Uri.joinPath(folder, path), { contents: new TextEncoder().encode(text) });
  if (written.length > 0 && !(await vscode.workspace.applyEdit(change)))
    throw new Error(vscode.l10n.t('The team kit could not be written to {0}.', nameOf(folder)));
  void tell(
    folder,
    written.map(({ path }) => path),
    left,
  );
  return written.map(({ path }) => path);
}

async function tell(folder: vscode.Uri, written: readonly string[], left: readonly string[]): Promise<void> {
  const where = folder.path.split('/').at(-1) ?? '';
  const open = vscode.l10n.t('Open');
  const message =
    written.length === 0
      ? [vscode.l10n.t('Nothing was written to {0}: all of it is there already.', where)]
      : [
          vscode.l10n.t('The team kit is in {0}: {1}.', where, written.join(', ')),
          ...(left.length > 0 ? [vscode.l10n.t('Left as they were: {0}.', left.join(', '))] : []),
          ...(written.some((path) => path.startsWith(KIT_FOLDERS.templates))
            ? [vscode.l10n.t('Look over headings and questions before you share them.')]
            : []),
        ];
  if ((await vscode.window.showInformationMessage(message.join(' '), open)) === open)
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, CONFIG_NAMES[0]));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

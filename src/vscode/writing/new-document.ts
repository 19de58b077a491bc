import * as vscode from 'vscode';
import { LIBRARY } from '../../core/templates/library.js';
import { toSnippet } from '../../core/templates/snippet.js';
import { TEMPLATE_LANGUAGES, type TemplateLanguage, templateLanguage } from '../../core/templates/template.js';
import { builtInTemplates, type Template, templatesOfKinds } from '../../core/templates/templates.js';
import type { Lent } from './feature.js';

interface NewDocumentArguments {
  readonly template?: unknown;
  readonly uri?: unknown;
  readonly language?: unknown;
}

/**
 * `prfaq.newDocument`: a document from a template, in a new file where `uri` says, else untitled. From the Explorer, whose argument is
 * a folder or file, it asks for a name there. Never overwrites a file. Gives the document's address, or nothing where the user
 * thought better of it.
 */
export async function newDocument(lent: Lent, target: unknown): Promise<vscode.Uri | undefined> {
  const place = target instanceof vscode.Uri ? target : undefined;
  const given = (place ? {} : (target ?? {})) as NewDocumentArguments;
  const tag = typeof given.language === 'string' ? given.language : vscode.env.language;
  const at = place ?? (given.uri === undefined ? undefined : toUri(given.uri));
  const template = await chooseTemplate(lent, templateLanguage(tag), given.template, at);
  if (!template) return undefined;
  const text = template.text();
  if (given.uri !== undefined) return createFile(toUri(given.uri), text);
  if (!place) {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await tabThrough(document, text);
    return document.uri;
  }
  const uri = await askForName(await folderOf(place), template);
  if (!uri) return undefined;
  await createFile(uri, text);
  const document = await vscode.workspace.openTextDocument(uri);
  await tabThrough(document, text);
  await document.save();
  return uri;
}

async function chooseTemplate(
  { languageOf, documents }: Lent,
  language: TemplateLanguage,
  id: unknown,
  place: vscode.Uri | undefined,
): Promise<Template | undefined> {
  const team = await documents.team.templates(place && vscode.Uri.joinPath(await folderOf(place), 'new.md'));
  const own = team.map(({ folder, templates: given, kinds }) => ({
    name: folder === '' ? vscode.l10n.t('Team') : vscode.l10n.t('Team: {0}', folder),
    templates: [...given, ...templatesOfKinds(kinds, given, LIBRARY[language], languageOf(language))],
  }));
  // Folders may have it in different ways.
  const kinds = team.length === 1 ? team[0]!.kinds : undefined;
  const templates = (one: TemplateLanguage): Template[] => builtInTemplates(LIBRARY[one], languageOf(one), kinds);
  if (typeof id !== 'string') {
    const languages = [language, ...TEMPLATE_LANGUAGES.filter((one) => one !== language)];
    return pick([
      ...own.filter((one) => one.templates.length > 0).map((one) => [one.name, one.templates] as const),
      ...languages.map((one) => [LANGUAGE_NAMES[one], templates(one)] as const),
    ]);
  }
  // A team's own goes before a built-in one of the same name.
  const found = [...own.flatMap((one) => one.templates), ...templates(language)].find((one) => one.id === id);
  if (!found) throw new Error(vscode.l10n.t('There is no template “{0}”.', id));
  return found;
}

const LANGUAGE_NAMES: Readonly<Record<TemplateLanguage, string>> = { en: 'English', ko: '한국어' };

/** Asks for a template, shown in groups. */
async function pick(groups: readonly (readonly [name: string, templates: readonly Template[]])[]) {
  const items = groups.flatMap(([label, templates]) => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...templates.map((template) => ({ label: template.title, detail: template.description, template })),
  ]) as (vscode.QuickPickItem & { readonly template: Template })[];
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('What do you want to write?'),
    matchOnDetail: true,
  });
  return chosen?.template;
}

/** Shows the text with its placeholders as stops to tab through. */
async function tabThrough(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.insertSnippet(new vscode.SnippetString(toSnippet(text)), whole);
}

async function folderOf(uri: vscode.Uri): Promise<vscode.Uri> {
  const isFolder = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    // A file that is yet to be made.
    () => false,
  );
  return isFolder ? uri : vscode.Uri.joinPath(uri, '..');
}

/** Asks for the name of a new file, beginning with one that is free; none that is taken is accepted. */
async function askForName(folder: vscode.Uri, { title, suffix }: Template): Promise<vscode.Uri | undefined> {
  const stem = vscode.l10n.t('draft');
  const value = await freeName(folder, `${stem}${suffix}`, suffix);
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name of the new file'),
    value,
    valueSelection: [0, value.length - suffix.length],
    validateInput: async (typed) => {
      const [refused] = /[\\/:*?"<>|]/.exec(typed) ?? [];
      if (refused) return vscode.l10n.t('A file’s name can’t contain {0}', refused);
      const wanted = fullName(typed, suffix);
      if (wanted === suffix) return vscode.l10n.t('A file needs a name.');
      const free = await freeName(folder, wanted, suffix);
      return free === wanted ? undefined : vscode.l10n.t('{0} exists already. {1} is free.', wanted, free);
    },
  });
  return name === undefined ? undefined : vscode.Uri.joinPath(folder, fullName(name, suffix));
}

function fullName(typed: string, suffix: string): string {
  const name = typed.trim();
  return /\.(?:md|markdown)$/i.test(name) ? name : `${name}${suffix}`;
}

/** `name`, or the first of `name-2`, `name-3` … that no file has. */
async function freeName(folder: vscode.Uri, name: string, suffix: string): Promise<string> {
  const end = name.endsWith(suffix) ? suffix : (/\.\w+$/.exec(name)?.[0] ?? '');
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name.slice(0, name.length - end.length)}-${n}${end}`;
    if (!(await exists(vscode.Uri.joinPath(folder, candidate)))) return candidate;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

function toUri(value: unknown): vscode.Uri {
  if (value instanceof vscode.Uri) return value;
  if (typeof value === 'string') return vscode.Uri.parse(value, true);
  return vscode.Uri.from(value as { scheme: string; path: string });
}

async function createFile(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  const edit = new vscode.WorkspaceEdit();
  // Fails where there is a file of that name: `overwrite` and `ignoreIfExists` are both off.
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(
      vscode.l10n.t(
        '{0} could not be created. If there is a file of that name, choose another.',
        uri.path.split('/').at(-1) ?? '',
      ),
    );
  }
  await vscode.window.showTextDocument(uri);
  return uri;
}

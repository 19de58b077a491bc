import * as vscode from 'vscode';
import { addWord, type ConfigEdit, setSeverity, type Writing } from '../../core/config/edit.js';
import { problemTexts } from '../../core/config/problems.js';
import { alternatives, shapeUnder } from '../../core/config/shape.js';
import type { WordList } from '../../core/config/vocabulary.js';
import { inLocale, localeOf } from '../../core/messages/locale.js';
import type { Severity } from '../../core/model.js';
import { nameOf, toVscodeRange } from './files.js';
import type { TeamConfigs } from './team-configs.js';

type Change = (text: string, writing: Writing) => ConfigEdit;

/** How long the status bar says what was done, in milliseconds. */
const SHOWN = 5000;

/** Adds a word to the words of a document's team. */
export async function addToVocabulary(configs: TeamConfigs, uri: vscode.Uri, list: WordList, word: string) {
  await change(configs, uri, (text, writing) => addWord(text, list, word, writing), `“${word}”`);
}

/** Asks how severe a rule is to be for a document's team, and writes that down. */
export async function setTeamSeverity(configs: TeamConfigs, uri: vscode.Uri, rule: string): Promise<void> {
  await configs.ready(uri);
  const path = configs.pathOf(uri);
  const setTo =
    (severity: Severity): Change =>
    (text, writing) =>
      setSeverity(text, rule, severity, path, writing);
  // Nobody is asked for what can't be written.
  if (await refuses(configs.configOf(uri), setTo('off'))) return;
  const severity = await pickSeverity(configs, uri, rule);
  if (!severity) return;
  const done = await change(configs, uri, setTo(severity), rule);
  if (done) await tellOfSettings(uri, rule, severity);
}

async function pickSeverity(configs: TeamConfigs, uri: vscode.Uri, rule: string): Promise<Severity | undefined> {
  const shape = shapeUnder(configs.shape.properties.rules!, rule);
  const severities = shape && alternatives(shape).find((one) => one.type === 'string');
  if (!shape || severities?.type !== 'string') return undefined;
  const set = configs.inputFor(uri).rules?.[rule];
  const now = (typeof set === 'object' ? set.severity : set) ?? shape.default;
  const locale = localeOf(vscode.env.language);
  const items = Object.entries(severities.values ?? {}).map(([label, text]) => ({
    label,
    // The list shows text as it is.
    detail: text ? inLocale(text, locale).replaceAll('`', '') : '',
    description: [
      ...(label === now ? [vscode.l10n.t('now')] : []),
      ...(label === shape.default ? [vscode.l10n.t('default')] : []),
    ].join(' · '),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: rule,
    placeHolder: vscode.l10n.t('How severe is this for the team? Written to {0}', nameOf(configs.placeFor(uri))),
  });
  return picked?.label as Severity | undefined;
}

/** Changes the nearest config, or makes one. False where that can't be: the user is told why, and nothing has changed. */
async function change(configs: TeamConfigs, uri: vscode.Uri, by: Change, what: string): Promise<boolean> {
  await configs.ready(uri);
  const config = configs.configOf(uri);
  const done = config ? await edit(config, by) : await create(configs.placeFor(uri), by);
  if (done)
    vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('{0} is in {1} now', what, nameOf(done))}`, SHOWN);
  return done !== undefined;
}

/** The text edit is one step to undo. A file that was as it is on disk is so again. */
async function edit(config: vscode.Uri, by: Change): Promise<vscode.Uri | undefined> {
  const document = await vscode.workspace.openTextDocument(config);
  const result = by(document.getText(), writingFor(config));
  if (result.type === 'none') return config;
  if (result.type === 'unable') {
    tellWhy(document, result);
    return undefined;
  }
  const saves = !document.isDirty;
  const change = new vscode.WorkspaceEdit();
  change.replace(config, toVscodeRange(document, result.edit), result.edit.text);
  if (!(await vscode.workspace.applyEdit(change)) || (saves && !(await document.save()))) {
    void offerToOpen(vscode.l10n.t('{0} could not be changed.', nameOf(config)), config);
    return undefined;
  }
  return config;
}

/** Whether a config can't be changed so; the user is told why. */
async function refuses(config: vscode.Uri | undefined, by: Change): Promise<boolean> {
  if (!config) return false;
  const document = await vscode.workspace.openTextDocument(config);
  const result = by(document.getText(), writingFor(config));
  if (result.type === 'unable') tellWhy(document, result);
  return result.type === 'unable';
}

function tellWhy(document: vscode.TextDocument, { at, message }: Extract<ConfigEdit, { type: 'unable' }>): void {
  const range = toVscodeRange(document, at);
  const place = `${nameOf(document.uri)}:${range.start.line + 1}:${range.start.character + 1}`;
  void offerToOpen(vscode.l10n.t('Nothing was changed. {0}: {1}', place, message), document.uri, range);
}

async function create(config: vscode.Uri, by: Change): Promise<vscode.Uri | undefined> {
  const opening = `# ${vscode.l10n.t('How this team writes PR/FAQs: followed in the editor and by prfaq check')}\n`;
  const result = by(opening, writingFor(config));
  if (result.type !== 'edit') return undefined;
  const text = opening.slice(0, result.edit.start) + result.edit.text + opening.slice(result.edit.end);
  const change = new vscode.WorkspaceEdit();
  // Fails where there is a file of that name: `overwrite` and `ignoreIfExists` are both off.
  change.createFile(config, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} could not be created. If there is a file of that name, choose another.', config.path),
    );
    return undefined;
  }
  void offerToOpen(vscode.l10n.t('{0} is new. Commit it, and everybody here writes by it.', nameOf(config)), config);
  return config;
}

function writingFor({ path }: vscode.Uri): Writing {
  return { texts: problemTexts(vscode.env.language), json: path.endsWith('.json') };
}

async function offerToOpen(message: string, config: vscode.Uri, selection?: vscode.Range): Promise<void> {
  const open = vscode.l10n.t('Open');
  const show = selection ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  if ((await show(message, open)) === open)
    await vscode.window.showTextDocument(config, selection ? { selection } : undefined);
}

/** What somebody has set goes before what the team says: without a word, nothing would seem to happen. */
async function tellOfSettings(uri: vscode.Uri, rule: string, severity: Severity): Promise<void> {
  const rules = vscode.workspace.getConfiguration('prfaq', uri).get<Readonly<Record<string, unknown>>>('rules');
  const own = rules?.[rule];
  const set = typeof own === 'object' && own !== null ? (own as { severity?: unknown }).severity : own;
  if (set === undefined || set === severity) return;
  const open = vscode.l10n.t('Open Settings');
  const message = vscode.l10n.t('Your settings say “{0}” for {1}, and go before the team’s file.', String(set), rule);
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'prfaq.rules');
}

import { join } from 'node:path';
import { errors, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { STEP_TIMEOUT } from './limits.js';
import { out } from './paths.js';
import type { Settings } from './server.js';

export type Theme = 'light' | 'dark' | 'high-contrast';

/** For each theme its id in settings, its label in the list of themes and the class it gives the workbench. */
const themes = {
  light: { id: 'Default Light Modern', label: 'Light Modern', className: 'vs' },
  dark: { id: 'Default Dark Modern', label: 'Dark Modern', className: 'vs-dark' },
  'high-contrast': { id: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
} as const satisfies Record<Theme, unknown>;

export function themeSettings(theme: Theme): Settings {
  return { 'workbench.colorTheme': themes[theme].id };
}

/** A row of the Problems panel. Line and column are 1-based, as shown there. */
export interface Problem {
  readonly severity: string;
  readonly message: string;
  readonly source: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the outermost rows. */
  readonly level: number;
  /** Undefined for a row that has none below it. */
  readonly expanded: boolean | undefined;
  /** What a screen reader says. */
  readonly ariaLabel: string;
}

/** VS Code as its user sees and operates it. Every step waits for what it needs, never for a time. */
export class Workbench {
  constructor(
    readonly page: Page,
    /** The folder that is open: a copy that tests may change. */
    readonly folder: string,
    readonly dispose: () => Promise<void>,
  ) {}

  /** Waits until the workbench, the files of its folder and what the extension contributes are shown. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await this.viewContainerTab('PR/FAQ').waitFor();
  }

  // ---------------------------------------------------------------- Commands and input

  /** Runs the command with exactly this title in the palette, category included: `PR/FAQ: New Document`. */
  async runCommand(title: string): Promise<void> {
    // The palette lists what there is when it is typed into.
    await this.askAndChoose('F1', `>${title}`, this.quickInputRow(title));
  }

  /** Opens the input at the top, types into it and chooses this answer; all again where something took the focus meanwhile, and closed it. */
  private async askAndChoose(key: string, text: string, answer: Locator): Promise<void> {
    let before = '';
    await retry(async (attempt) => {
      await this.ask(key, text, answer, attempt);
      before = await this.quickList.innerText({ timeout: answerTimeout });
      await answer.click({ timeout: answerTimeout });
    });
    await this.listIsAnother(before);
  }

  /** Opens the input at the top by its key, types into it and waits for this answer; a closed one that is still fading takes no text. */
  private async ask(key: string, text: string, answer: Locator, attempt: number): Promise<void> {
    if (attempt > 1) await this.page.keyboard.press('Escape');
    await this.page.keyboard.press(key);
    await this.quickInput.fill(text, { timeout: answerTimeout });
    await answer.waitFor({ timeout: answerTimeout });
  }

  /** Chooses the entry with exactly this label from the list that is open at the top. */
  async pick(label: string): Promise<void> {
    const row = this.quickInputRow(label);
    await row.waitFor();
    const before = await this.quickList.innerText();
    await row.click();
    await this.listIsAnother(before);
  }

  private get quickList(): Locator {
    return this.page.locator(quickList);
  }

  /** Waits until the list at the top is gone, for another or for good. */
  private async listIsAnother(before: string): Promise<void> {
    await this.page.waitForFunction(
      ([selector, text]) => {
        const element = document.querySelector<HTMLElement>(selector);
        return !element?.checkVisibility() || element.innerText !== text;
      },
      [quickList, before] as const,
    );
  }

  private quickInputRow(label: string): Locator {
    const name = this.page.locator(pickLabel, { hasText: wholeText(label) });
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first();
  }

  /** The labels of the list that is open at the top, once this one is among them: until then it may be the list before. */
  async picks(label: string): Promise<string[]> {
    await this.quickInputRow(label).waitFor();
    return this.page.locator(`.quick-input-list .monaco-list-row ${pickLabel}`).allInnerTexts();
  }

  /**
   * Chooses the entry with exactly this label from the context menu that is open. A menu ignores clicks in its first 100 ms, as they may
   * belong to the one that opened it.
   */
  async chooseFromMenu(label: string): Promise<void> {
    const entry = this.page.getByRole('menuitem', { name: label, exact: true });
    await entry.waitFor();
    for (let attempt = 1; ; attempt++) {
      await entry.click();
      try {
        return await entry.waitFor({ state: 'detached', timeout: answerTimeout });
      } catch (error) {
        if (attempt === attempts) throw error;
      }
    }
  }

  /** Closes what takes the keys, as after a failed test: menus, lists, inputs, dialogs, completion. */
  async closeWhatIsOpen(): Promise<void> {
    const open = this.page.locator(
      '.quick-input-widget, .monaco-menu, .action-widget, .monaco-dialog-box, .suggest-widget.visible, .modal-editor-part',
    );
    for (let attempt = 1; attempt <= mostOpen && (await open.filter({ visible: true }).count()) > 0; attempt++) {
      await this.page.keyboard.press('Escape');
    }
  }

  /** The input at the top, in which VS Code asks for commands, files and text. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-box input');
  }

  // ---------------------------------------------------------------- Editor

  /** Opens a file of the folder and waits for its text. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1)!;
    // A whole path is found without a search, which on a slow machine may not have seen a new file yet.
    await this.askAndChoose('ControlOrMeta+P', join(this.folder, path), this.quickInputRow(name));
    // By its whole name: the tab of its preview has it too.
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
    await this.editor.locator('.view-line').first().waitFor();
    await this.focusEditor();
  }

  /** The text editor; the leftmost where there are several. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  async focusEditor(): Promise<void> {
    await this.editor.locator('textarea, .native-edit-context').first().focus();
  }

  /** Puts the cursor at a place, 1-based, and waits until the status bar shows it there. */
  async goTo(line: number, column = 1): Promise<void> {
    // The list of commands is there before the one that tells the line.
    const tells = this.page.locator('.quick-input-list .monaco-list-row', { hasText: new RegExp(`\\b${line}\\b`) });
    await retry((attempt) => this.ask('F1', `:${line}:${column}`, tells.first(), attempt));
    await this.page.keyboard.press('Enter');
    await this.statusItem(`Ln ${line}, Col ${column}`).waitFor();
  }

  /** Types at the cursor, key by key. */
  async type(text: string): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.type(text);
  }

  /** The whole text of the editor, saved or not. Travels by the clipboard, as an editor draws only what is in sight. */
  async editorText(): Promise<string> {
    await this.focusEditor();
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+C');
    const text = await this.page.waitForFunction(() => navigator.clipboard.readText());
    // Puts the cursor back to where it was.
    await this.page.keyboard.press('ControlOrMeta+U');
    return text.jsonValue();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** The underlines that are in sight, of one severity or all. */
  squiggles(severity?: 'error' | 'warning' | 'info' | 'hint'): Locator {
    const classes = severity ? [severity] : ['error', 'warning', 'info', 'hint'];
    return this.editor.locator(classes.map((name) => `.squiggly-${name}`).join(', '));
  }

  /** The labels that completion offers at the cursor: the first that it shows, or once this one is among them. */
  async completions(label?: string): Promise<string[]> {
    await this.focusEditor();
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await askUntilShown(
      (label === undefined ? labels : labels.filter({ hasText: wholeText(label) })).first(),
      async (attempt) => {
        // Where the list is open, the key would show an entry's details.
        if (attempt > 1) await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+Space');
      },
    );
    return labels.allInnerTexts();
  }

  /** Opens the quick fixes at the cursor; resolves with their titles, in order. `Escape` closes them. */
  async quickFixes(): Promise<string[]> {
    await this.focusEditor();
    const titles = this.page.locator('.action-widget .monaco-list-row.action .title');
    await askUntilShown(titles.first(), () => this.page.keyboard.press('ControlOrMeta+.'));
    return titles.allInnerTexts();
  }

  /** Opens the quick fixes at the cursor and chooses the one with exactly this title. */
  async applyQuickFix(title: string): Promise<void> {
    const titles = await this.quickFixes();
    if (!titles.includes(title)) throw new Error(`No quick fix "${title}" here, only: ${titles.join(' | ')}`);
    const name = this.page.locator('.title', { hasText: wholeText(title) });
    const row = this.page.locator('.action-widget .monaco-list-row.action').filter({ has: name }).first();
    // Until the mouse moves, VS Code 1.100 keeps it away from a list that may have opened under it.
    await row.hover({ force: true });
    await row.click();
  }

  // ---------------------------------------------------------------- Panels and views

  /** The rows of the Problems panel that are in sight. Waits for the first, or for one with this code; where there is to be none, see `noProblems`. */
  async problems(code?: string): Promise<Problem[]> {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row', { has: this.page.locator('.marker-icon') });
    await (code === undefined ? rows : rows.filter({ hasText: code })).first().waitFor();
    const parts = await readRows(rows, ['.marker-message', '.marker-source', '.marker-code', '.marker-line']);
    return parts.map((row) => {
      const [message, source, code, position] = row.texts;
      const [, line, column] = /Ln (\d+), Col (\d+)/.exec(position) ?? [];
      const severity = row.ariaLabel.split(':', 1)[0]!.toLowerCase();
      return { severity, message, source, code, line: Number(line), column: Number(column) };
    });
  }

  /** Waits until the Problems panel says that there is none. */
  async noProblems(): Promise<void> {
    await this.runCommand('Problems: Focus on Problems View');
    await this.page.getByText('No problems have been detected in the workspace.').waitFor();
  }

  /** Shows the container of views that has this title in the activity bar. */
  async openViewContainer(title: string): Promise<void> {
    const tab = this.viewContainerTab(title);
    // Not the label in it, which a badge may cover.
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  private viewContainerTab(title: string): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: title }).first();
  }

  /** The view with this title in the container that is shown. */
  view(title: string): Locator {
    const heading = this.page.locator('.pane-header .title', { hasText: wholeText(title) });
    return this.page.locator('.split-view-view .pane').filter({ has: heading }).first();
  }

  /** The rows in sight of the tree in the view with this title. Waits for the first; expands the view if need be. */
  async treeRows(title: string): Promise<TreeRow[]> {
    const header = this.view(title).locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    const rows = this.view(title).getByRole('treeitem');
    await rows.first().waitFor();
    return (await readRows(rows, ['.label-name', '.label-description'])).map((row) => ({
      label: row.texts[0],
      description: row.texts[1],
      level: row.level,
      expanded: row.expanded === null ? undefined : row.expanded === 'true',
      ariaLabel: row.ariaLabel,
    }));
  }

  /** Ticks the box of a row until `shown` says so: a row that is drawn anew at this moment misses the click. */
  async tick(row: Locator, shown: Locator): Promise<void> {
    await askUntilShown(shown, () => row.getByRole('checkbox').click());
  }

  /** Gives a row the focus and presses a key until `shown` says that it was heard: what opens meanwhile may take the focus. */
  async pressOn(row: Locator, key: string, shown: Locator): Promise<void> {
    await askUntilShown(shown, async () => {
      await row.focus({ timeout: answerTimeout });
      await this.page.keyboard.press(key);
    });
  }

  /** The items of the status bar that contain this text. */
  statusItem(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** The notifications that are shown. */
  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  /** The dialog that waits for an answer. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** The content of a webview, within its two frames; of the `index`th where several are open. */
  webview(index = 0): FrameLocator {
    return this.page.locator('iframe.webview.ready').nth(index).contentFrame().locator('#active-frame').contentFrame();
  }

  // ---------------------------------------------------------------- Appearance

  async setTheme(theme: Theme): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.fill(themes[theme].label);
    await this.pick(themes[theme].label);
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor();
  }

  /**
   * Waits until VS Code has stored this text in the browser, as part of what an extension keeps or of what is open: it does so a moment
   * after it was told, and not where the window goes away before.
   */
  async stored(text: string): Promise<void> {
    await this.page.waitForFunction(async (wanted) => {
      const ended = <Result>(request: IDBRequest<Result>): Promise<Result> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      for (const { name } of await indexedDB.databases()) {
        if (!name?.startsWith('vscode-web-state-db-')) continue;
        const database = await ended(indexedDB.open(name));
        try {
          for (const store of database.objectStoreNames) {
            const values = await ended(database.transaction(store).objectStore(store).getAll());
            if (values.some((value) => String(value).includes(wanted))) return true;
          }
        } finally {
          database.close();
        }
      }
      return false;
    }, text);
  }

  /** Keeps a picture as `out/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<string> {
    const path = join(out, 'screenshots', `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}

const quickList = '.quick-input-list .monaco-list-rows';

/** The label of an entry, as opposed to the second line that it may have. */
const pickLabel = '.quick-input-list-row:first-child .label-name';

/** As many things as may stand over each other. */
const mostOpen = 5;

/** How long VS Code may take to answer before it is asked again, in milliseconds, and how often it is asked. */
const answerTimeout = 4_000;
const attempts = STEP_TIMEOUT / answerTimeout;

/**
 * Asks until the answer is shown. VS Code answers with what it knows at that moment and doesn't come back to it, while
 * commands, findings and fixes may become known only a moment later.
 */
async function askUntilShown(answer: Locator, ask: (attempt: number) => Promise<void>): Promise<void> {
  await retry(async (attempt) => {
    await ask(attempt);
    await answer.waitFor({ timeout: answerTimeout });
  });
}

/** Does something again as long as it takes too long. `attempt` counts from 1. */
async function retry(run: (attempt: number) => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run(attempt);
    } catch (error) {
      if (attempt >= attempts || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}

/** Reads what rows of a tree say, and the texts of some of their parts, all at one moment. */
async function readRows<const Parts extends readonly string[]>(rows: Locator, parts: Parts) {
  const read = await rows.evaluateAll(
    (elements, selectors) =>
      elements.map((row) => ({
        ariaLabel: row.getAttribute('aria-label') ?? '',
        level: Number(row.getAttribute('aria-level')),
        expanded: row.getAttribute('aria-expanded'),
        texts: selectors.map((selector) => row.querySelector(selector)?.textContent ?? ''),
      })),
    parts,
  );
  return read.map((row) => ({ ...row, texts: row.texts as { [Part in keyof Parts]: string } }));
}

/** Matches an element whose text is this and nothing else. */
function wholeText(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}

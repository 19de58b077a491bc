import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { check } from '../../src/core/index.js';
import { useWorkbench } from '../bed/e2e.js';
import { examples, root } from '../bed/paths.js';

/** Every piece of text that can be seen, heard or hovered within these elements: of each element its own text and its labels. */
async function texts(scope: Locator): Promise<string[]> {
  await scope.first().waitFor();
  return scope.evaluateAll((roots) =>
    roots
      .flatMap((one) => [one, ...one.querySelectorAll('*')])
      .flatMap((element) => [
        ...[...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent! : '')),
        ...['aria-label', 'title', 'placeholder', 'aria-description', 'data-label'].map(
          (name) => element.getAttribute(name) ?? '',
        ),
      ])
      .flatMap((text) => [text, ...text.split(/, | · /)])
      .map((text) => text.trim())
      .filter((text) => /[A-Za-z]/.test(text)),
  );
}

/** What the English text of a translation looks like when it is shown: any word in place of `{0}`, links as their labels. */
function shapes(text: string): RegExp[] {
  return text
    .replace(/\[([^\]]+)\]\(command:[^)]*\)/g, '$1')
    .split('\n')
    .map((line) => line.replace(/[.*+?^$|()[\]\\]/g, '\\$&').replace(/\{\d\}/g, '.+'))
    .map((line) => new RegExp(`^${line}$`));
}

/** Nobody who reads Korean should meet a word of English that is ours. VS Code's own texts stay English here, for want of its language pack. */
describe('A Korean author', () => {
  const workbench = useWorkbench({ viewport: { width: 1400, height: 1900 }, language: 'ko' });
  const line = (text: string): Locator => workbench().editor.locator('.view-line', { hasText: text }).first();
  let ours: RegExp[];
  let manifest: Record<string, string>;
  let found: string[];

  before(async () => {
    const read = async (path: string): Promise<Record<string, string>> =>
      JSON.parse(await readFile(join(root, path), 'utf8'));
    const [english, korean, bundle] = await Promise.all(
      ['package.nls.json', 'package.nls.ko.json', 'l10n/bundle.l10n.ko.json'].map(read),
    );
    manifest = korean!;
    const translated = (pairs: [string, string][]) => pairs.filter(([en, ko]) => en !== ko).map(([en]) => en);
    const all = [
      ...translated(Object.entries(english!).map(([key, text]) => [text, korean![key]!])),
      ...translated(Object.entries(bundle!)),
    ];
    ours = all.flatMap(shapes);
    const text = await readFile(join(examples, 'poor-draft.prfaq.md'), 'utf8');
    found = check(text, { path: 'poor-draft.prfaq.md' }).issues.flatMap(({ message, fixes }) => [
      message,
      ...fixes.map(({ title }) => title),
    ]);
    assert.isAbove(found.length, 5);
  });

  /** Fails with every English text of ours among these. */
  function assertKorean(shown: readonly string[]): void {
    const english = shown.filter((text) => found.includes(text) || ours.some((shape) => shape.test(text)));
    assert.deepEqual([...new Set(english)], []);
  }

  it('knows English of ours when it sees it', () => {
    assert.throws(() => assertKorean(['12 words']));
    assert.throws(() => assertKorean(['Show All Sections']));
    assert.throws(() => assertKorean([found[0]!]));
  });

  it('is welcomed in Korean, where nothing is open', async () => {
    await workbench().openViewContainer('PR/FAQ');
    const welcome = workbench().view('개요');
    await welcome.getByRole('button', { name: '사용법 보기' }).waitFor();
    await workbench().view('메모').getByText('PR/FAQ나 식스페이저를 열면').waitFor();
    for (const view of ['개요', '메모']) assertKorean(await texts(workbench().view(view)));
    await workbench().screenshot('korean-welcome');
  });

  it('is led through the first minutes', async () => {
    const { page } = workbench();
    await workbench().view('개요').getByRole('button', { name: '사용법 보기' }).click();
    const steps = page.locator('.gettingStartedContainer');
    await steps.getByText(manifest['walkthrough.template.title']!).first().waitFor();
    assertKorean(await texts(steps.locator('.getting-started-step')));
    for (const [key, title] of Object.entries(manifest)) {
      if (/^walkthrough\.\w+\.title$/.test(key)) await steps.getByText(title, { exact: true }).first().waitFor();
    }
    await workbench().screenshot('korean-walkthrough');
    await workbench().runCommand('View: Close All Editors');
  });

  it('finds every command in the palette', async () => {
    const { page } = workbench();
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().openViewContainer('PR/FAQ');
    await workbench().view('개요').getByRole('treeitem').nth(5).waitFor();
    await page.keyboard.press('F1');
    await workbench().quickInput.fill('>PR/FAQ: ');
    const picks = await workbench().picks(`PR/FAQ: ${manifest['command.openPreview']}`);
    const titles = picks.filter((title) => title.startsWith('PR/FAQ: '));
    await page.keyboard.press('Escape');
    assert.isAbove(titles.length, 10);
    for (const title of titles) assert.match(title.slice('PR/FAQ: '.length), /[가-힣]/);
    assertKorean(titles.map((title) => title.slice('PR/FAQ: '.length)));
  });

  it('reads outline, notes and their menus', async () => {
    const { page } = workbench();
    for (const view of ['개요', '메모']) assertKorean(await texts(workbench().view(view)));
    const rows = await workbench().treeRows('개요');
    assert.isTrue(rows.some(({ description }) => description.includes('단어')));
    await workbench().view('개요').getByRole('treeitem').nth(5).click({ button: 'right' });
    assertKorean(await texts(page.locator('.monaco-menu')));
    await page.keyboard.press('Escape');
    await workbench().view('개요').getByRole('treeitem').nth(5).hover();
    const tooltip = page.locator('.workbench-hover').filter({ hasText: '알아본 근거' }).first();
    await tooltip.waitFor();
    assertKorean(await texts(tooltip));
    await workbench().screenshot('korean-outline');
  });

  it('reads findings, the reasons for them, and fixes', async () => {
    const { page } = workbench();
    const problems = (await workbench().problems()).filter(({ source }) => source.includes('prfaq'));
    assert.isNotEmpty(problems);
    for (const { message } of problems) assert.match(message, /[가-힣]/);
    assertKorean(problems.map(({ message }) => message));
    await workbench().focusEditor();
    await workbench().goTo(30, 3);
    const fixes = await workbench().quickFixes();
    assert.include(fixes, '목록을 문장으로 바꾸기');
    assertKorean(fixes);
    await page.keyboard.press('Escape');
    for (const [row, text] of [
      [18, '단어'],
      [30, '왜?'],
    ] as const) {
      await workbench().goTo(row, 6);
      await workbench().runCommand('Show or Focus Hover');
      const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
      await hover.waitFor();
      // VS Code's own, while it asks for the fixes.
      await hover.getByText('Checking for quick fixes...').waitFor({ state: 'hidden' });
      assertKorean(await texts(hover));
      await page.keyboard.press('Escape');
    }
    await workbench().screenshot('korean-findings');
  });

  it('opens the page on a rule', async () => {
    const { page } = workbench();
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().squiggles().first().waitFor();
    await workbench().goTo(30, 6);
    await workbench().runCommand('Show or Focus Hover');
    await page.locator('.monaco-hover:not(.hidden) a.code-link').first().click();
    await page.getByRole('tab', { name: /^banned-bullet\.md/ }).waitFor();
    await page.locator('.view-line', { hasText: /^##\s왜$/ }).waitFor();
    await workbench().screenshot('korean-rule');
    await workbench().runCommand('View: Close Editor');
  });

  it('reads words and pages in the status bar', async () => {
    const { page } = workbench();
    await page.locator('.statusbar-item[id="status.languageStatus"]').click();
    const status = page.locator('.hover-language-status').filter({ hasText: '단어' }).first();
    await status.waitFor();
    assertKorean(await texts(status));
    await page.keyboard.press('Escape');
  });

  it('is asked in Korean what to write and what to insert', async () => {
    const { page } = workbench();
    for (const command of ['command.newDocument', 'command.insertSection', 'command.fixSection'] as const) {
      await workbench().focusEditor();
      await workbench().runCommand(`PR/FAQ: ${manifest[command]}`);
      const input = page.locator('.quick-input-widget');
      await input.locator('.monaco-list-row').first().waitFor();
      const shown = await texts(input.locator('.quick-input-header'));
      // What a template in English is called, and what a section of an English document is called, is English.
      assertKorean(shown);
      await page.keyboard.press('Escape');
      await input.waitFor({ state: 'hidden' });
    }
  });

  it('reads settings', async () => {
    const { page } = workbench();
    await workbench().runCommand('Preferences: Open Settings (UI)');
    await page.locator('.settings-editor .suggest-input-container').click();
    await page.keyboard.insertText('@ext:working-backwards.prfaq');
    await page.getByText(manifest['setting.page.size']!).first().waitFor();
    const contents = page.locator('.settings-editor .setting-item-contents');
    assertKorean(await texts(contents));
    // Only what is in sight is drawn.
    const descriptions = await contents.locator('.setting-item-description').allInnerTexts();
    assert.isAbove(descriptions.length, 4);
    for (const text of descriptions) assert.match(text, /[가-힣]/);
    await workbench().screenshot('korean-settings');
    await workbench().closeWhatIsOpen();
  });

  it('reads the document as paper', async () => {
    await workbench().openFile('mullim.ko.prfaq.md');
    await workbench().runCommand(`PR/FAQ: ${manifest['command.openPreview']}`);
    await workbench().webview().locator('main section.page').first().waitFor();
    assertKorean(await texts(workbench().webview().locator('body')));
    await workbench().screenshot('korean-preview');
  });

  it('is offered Korean templates first', async () => {
    await workbench().runCommand('PR/FAQ: 새 PR/FAQ 또는 식스페이저...');
    assert.deepEqual((await workbench().picks('식스페이저: 제안')).slice(0, 3), [
      'PR/FAQ',
      '식스페이저: 제안',
      '식스페이저: 운영 계획',
    ]);
    await workbench().pick('식스페이저: 제안');
    await line('길잡이:').waitFor();
    await workbench().runCommand('View: Revert and Close Editor');
  });

  it('types a Korean name and gets the missing section', async () => {
    const { page, folder } = workbench();
    const text = await readFile(join(folder, 'mullim.ko.prfaq.md'), 'utf8');
    const start = text.indexOf('### 해결책');
    const end = text.indexOf('\n### ', start) + 1;
    assert.isAbove(start, 0);
    await writeFile(join(folder, 'ko.prfaq.md'), `${text.slice(0, start)}\n\n${text.slice(end)}`);
    await workbench().openFile('ko.prfaq.md');
    await workbench().goTo(text.slice(0, start).split('\n').length);
    await workbench().focusEditor();
    await page.keyboard.insertText('해결');
    assert.equal((await workbench().completions('해결책'))[0], '해결책');
    await page.keyboard.press('Enter');
    await line('길잡이: 바로 그 문제를').waitFor();
    assert.match(await workbench().editorText(), /\n### 해결책\n\n<!-- 길잡이: /);
    await workbench().runCommand('View: Revert and Close Editor');
  });
});

import { getBrowser } from './browser.js';
import { type ExtensionHost, makeWebExtension } from './extension.js';
import { examples, root } from './paths.js';
import { type Settings, startServer } from './server.js';
import { ensureVSCode, type VSCodeVersion } from './vscodeInstall.js';
import { type Theme, themeSettings, Workbench } from './workbench.js';
import { copyWorkspace } from './workspace.js';

export interface WorkbenchOptions {
  readonly vscode?: VSCodeVersion;
  /** The folder to open. A copy is opened, so tests may change it. */
  readonly folder?: string;
  readonly host?: ExtensionHost;
  /** User settings. */
  readonly settings?: Settings;
  readonly theme?: Theme;
  /** Display language, say `ko`. VS Code itself stays English for want of a language pack; extensions follow. */
  readonly language?: string;
  /** False opens the folder in Restricted Mode. */
  readonly trusted?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Opens a real VS Code with the extension installed, as a user has it, and a copy of a folder. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const workspace = await copyWorkspace(options.folder ?? examples);
  const webExtension = options.host === 'web' ? await makeWebExtension() : undefined;

  const server = await startServer({
    vscode: await ensureVSCode(options.vscode ?? '1.139'),
    folder: workspace.path,
    extensions: [webExtension?.path ?? root],
    settings: { ...themeSettings(options.theme ?? 'dark'), ...options.settings },
    trusted: options.trusted ?? true,
  });

  const browser = await getBrowser();
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // What tsx calls where it has made functions of ours anonymous, which the page doesn't know.
  await context.addInitScript('globalThis.__name = (one) => one');
  if (options.language) await context.addInitScript(setDisplayLanguage, options.language);
  const page = await context.newPage();

  const workbench = new Workbench(page, workspace.path, async () => {
    await context.close();
    await server.dispose();
    await webExtension?.remove();
    await workspace.remove();
  });
  try {
    await page.goto(server.url.href);
    await workbench.ready();
    return workbench;
  } catch (error) {
    await workbench.screenshot('workbench-not-ready');
    await workbench.dispose();
    throw error;
  }
}

/** Runs in the page, before VS Code's own scripts. */
export function setDisplayLanguage(language: string): void {
  (globalThis as { _VSCODE_NLS_LANGUAGE?: string })._VSCODE_NLS_LANGUAGE = language;
}

import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './chromium.js';
import { onStop } from './cleanup.js';

let running: Promise<Browser> | undefined;

/** The one browser of this process, started when it is first needed. */
export function getBrowser(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = await ensureChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--disable-gpu'],
    // Signals are handled in one place, where the server is ended as well.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  onStop(() => browser.close());
  return browser;
}

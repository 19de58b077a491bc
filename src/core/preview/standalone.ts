import { cssProperties, type PageSetup } from '../layout/index.js';

/** Everything that a document of its own is made of. */
export interface Standalone {
  /** The pages as the preview laid them out; images are data already. */
  readonly pages: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly setup: PageSetup;
  /** The style sheet of the paper, its fonts embedded. */
  readonly css: string;
  /** Opens the browser's print dialog once it is loaded. */
  readonly print: boolean;
}

/** Shows the pages on their desk; a font other than ours may set a line more, which then makes the page longer, not the text shorter. */
const DESK = `
body { margin: 0; background: var(--desk); }
main { --scale: 1; display: grid; justify-content: safe center; gap: 24px; padding: 28px; }
.page { height: auto; min-height: var(--paper-height); }
.sheet { position: relative; height: auto; min-height: var(--paper-height); overflow: visible; transform: none; }
`;

const PRINT = 'addEventListener("load", () => print());';

/**
 * One HTML file with all that it needs in it. Its policy lets nothing be fetched and nothing run, but for the one line that opens the
 * print dialog, known by `printHash` (base64 SHA-256 of it, see `printScript`).
 */
export function standalone({ pages, title, language, setup, css, print }: Standalone, printHash: string): string {
  const properties = Object.entries(cssProperties(setup))
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ');
  const script = print ? ` script-src 'sha256-${printHash}';` : '';
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline';${script}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>
:root { ${properties} }
${css}
${DESK}</style>
</head>
<body>
<main data-paper="${setup.size}">
${pages}
</main>${print ? `\n<script>${PRINT}</script>` : ''}
</body>
</html>
`;
}

/** What `printHash` is of. */
export function printScript(): string {
  return PRINT;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

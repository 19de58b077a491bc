/** In the order in which they apply. */
const STYLES = [
  'paper',
  ...['colors', 'desk', 'controls', 'bar', 'marks', 'notes', 'minutes', 'phases'].map((name) => `room/${name}`),
];

/**
 * The preview's page. Nothing but our own script and style sheets runs or loads: no remote content, no inline code; images come from
 * the document's folder, and from elsewhere only where the settings allow it.
 *
 * @param source what a policy calls the addresses that `file` makes
 * @param file the address of a file of the extension
 */
export function previewPage(source: string, file: (path: string) => string, remoteImages = false): string {
  const nonce = randomNonce();
  const policy = [
    "default-src 'none'",
    `img-src ${source}${remoteImages ? ' https:' : ''}`,
    `font-src ${source}`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${STYLES.map((path) => `<link rel="stylesheet" href="${file(`media/${path}.css`)}">`).join('\n')}
</head>
<body>
<main data-phase="read"></main>
<script nonce="${nonce}" src="${file('dist/preview.js')}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

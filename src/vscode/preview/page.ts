import * as vscode from 'vscode';

/**
 * The preview's page. Nothing but our own script and style sheet runs or loads: no remote content, no inline code; images come from
 * the document's folder.
 */
export function previewPage(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomNonce();
  const file = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('media', 'preview.css')}">
</head>
<body>
<main data-phase="read"></main>
<script nonce="${nonce}" src="${file('dist', 'preview.js')}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

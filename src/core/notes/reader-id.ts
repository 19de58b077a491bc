/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The name of a reader's files, from the reader's name: `"Min-jun Seo"` → `"min-jun-seo"`, `"서민준"` → `"서민준"`. Good on every file system. */
export function readerId(name: string): string {
  const id = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'reader' : DEVICES.test(id) ? `${id}-` : id;
}

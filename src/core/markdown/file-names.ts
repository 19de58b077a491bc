/** Endings of Markdown files, as directories are searched for them. */
export const MARKDOWN_ENDINGS = ['md', 'markdown'] as const;

/** Whether a path ends as Markdown files do, in any case. */
export function isMarkdown(path: string): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return MARKDOWN_ENDINGS.some((one) => one === ending);
}

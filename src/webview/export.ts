/** Attributes that only the page's own script needs. */
const OWN = ['tabindex', 'role', 'hidden', 'data-source-line'];

/** The pages as HTML, with nothing on them but paper; line numbers stay where the reader has them shown. */
export function exportPages(main: Element): string {
  const pages = [...main.querySelectorAll(':scope > .page')].map((page) => {
    const copy = page.cloneNode(true) as Element;
    for (const extra of copy.querySelectorAll('.finding-marks, .pace')) extra.remove();
    copy.removeAttribute('style');
    for (const element of [copy, ...copy.querySelectorAll('*')]) for (const name of OWN) element.removeAttribute(name);
    return copy.outerHTML;
  });
  return pages.join('\n');
}

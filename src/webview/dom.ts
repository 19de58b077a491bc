/** Small helpers to make elements; nothing here takes HTML from anybody. */

type Child = Node | string | null;

interface Attributes {
  readonly class?: string;
  /** Accessible name, and tooltip of a button. */
  readonly label?: string;
  readonly [name: string]: string | number | boolean | undefined;
}

/** Makes an element. An attribute that is true is there without a value, one that is false or undefined isn't. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key === 'label') {
      element.setAttribute('aria-label', String(value));
      if (name === 'button') element.title = String(value);
    } else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets an attribute only where it differs, so that nothing is laid out again for nothing. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Writes a text into an element, unless it is there already: screen readers would say it again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Puts values for `{0}`, `{1}` and so on. */
export function fill(pattern: string, ...values: readonly (string | number)[]): string {
  return pattern.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** Drawn on a grid of 16, with a line of the text's colour. */
const ICONS = {
  question: 'M5.4 6.1a2.6 2.6 0 1 1 3.8 2.3c-.8.4-1.2.9-1.2 1.8M8 12.7v.1',
  concern: 'M8 2.6 14.2 13.3H1.8ZM8 6.6v3.1M8 11.6v.1',
  suggestion: 'M6.2 13.6h3.6M6.4 11.4c0-1-.3-1.4-.9-2a3.7 3.7 0 1 1 5 0c-.6.6-.9 1-.9 2Z',
  praise: 'M8 13.2 3.1 8.3a2.9 2.9 0 0 1 4.2-4.1l.7.7.7-.7a2.9 2.9 0 0 1 4.2 4.1Z',
  typo: 'M4.6 10.4 8 2.8l3.4 7.6M5.7 8h4.6M2.6 13.6c.9-1.1 1.8-1.1 2.7 0s1.8 1.1 2.7 0 1.8-1.1 2.7 0 1.8 1.1 2.7 0',
  check: 'm3 8.6 3.2 3.2L13 4.6',
  edit: 'm10.6 3.2 2.2 2.2L5.6 12.6l-2.9.7.7-2.9Z',
  trash: 'M3 4.4h10M6.4 4.2V2.8h3.2v1.4M4.4 4.6l.6 8.6h6l.6-8.6',
  later: 'M3 3.4v3.2a2.6 2.6 0 0 0 2.6 2.6H13M10 6.2l3 3-3 3',
  note: 'M2.8 3.2h10.4v7.4H8.4l-3 2.8v-2.8H2.8Z',
  view: 'M3 4.6h10M3 8h10M3 11.4h10M6 3.2v2.8M10.4 6.6v2.8M5 10v2.8',
  clock: 'M8 2.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 8 2.4ZM8 5v3.2l2.2 1.4',
  left: 'm9.8 3.6-4.4 4.4 4.4 4.4',
  right: 'm6.2 3.6 4.4 4.4-4.4 4.4',
  close: 'm4 4 8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof ICONS;

/** One of the page’s own signs, as SVG. */
export function icon(name: IconName): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon and is known by its label. */
export function iconButton(name: IconName, label: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = h('button', { class: `icon-button ${className}`, type: 'button', label }, icon(name));
  button.addEventListener('click', onClick);
  return button;
}

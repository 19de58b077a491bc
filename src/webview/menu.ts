import { h, type IconName, icon } from './dom.js';

/** An entry of a menu: something to do, or to switch on and off. */
export interface MenuItem {
  readonly label: string;
  /** The key that does the same, as it is to be read. */
  readonly key?: string;
  readonly icon?: IconName;
  readonly checked?: boolean;
  readonly run: () => void;
}

/** A button that opens a menu below itself. The items are asked for each time it opens; null is a line between groups. */
export function menuButton(button: HTMLButtonElement, items: () => readonly (MenuItem | null)[]): void {
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => openMenu(button, items()));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    openMenu(button, items());
  });
}

/** Opens a menu at its button, with `null` for a line between items; does nothing while it is open. */
export function openMenu(button: HTMLElement, items: readonly (MenuItem | null)[]): void {
  if (button.getAttribute('aria-expanded') === 'true') return;
  const menu = h('div', { class: 'menu', role: 'menu', popover: 'auto' });
  for (const item of items) menu.append(item === null ? h('hr', { role: 'separator' }) : entry(item, menu));
  document.body.append(menu);
  menu.showPopover();
  place(menu, button);
  button.setAttribute('aria-expanded', 'true');
  const entries = [...menu.querySelectorAll<HTMLElement>('button')];
  entries[0]?.focus();
  menu.addEventListener('keydown', (event) => {
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === 'Tab') menu.hidePopover();
    else if (to === undefined) {
      // The menu's own: the page's shortcuts are not meant now.
      if (event.key !== 'Escape') event.stopPropagation();
      return;
    } else entries.at(to % entries.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    button.setAttribute('aria-expanded', 'false');
    if (menu.contains(document.activeElement) || document.activeElement === document.body) button.focus();
    menu.remove();
  });
}

function entry(item: MenuItem, menu: HTMLElement): HTMLElement {
  const role = item.checked === undefined ? 'menuitem' : 'menuitemcheckbox';
  const mark = h('span', { class: 'menu-mark' });
  if (item.checked === true) mark.append(icon('check'));
  else if (item.icon) mark.append(icon(item.icon));
  const button = h(
    'button',
    {
      role,
      type: 'button',
      tabindex: -1,
      'aria-checked': item.checked === undefined ? undefined : String(item.checked),
    },
    mark,
    h('span', {}, item.label),
    item.key === undefined ? null : h('kbd', {}, item.key),
  );
  button.addEventListener('click', () => {
    menu.hidePopover();
    item.run();
  });
  return button;
}

/** Below the button, its right edge under the button's unless that is too far left. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const under = button.getBoundingClientRect();
  const { width } = menu.getBoundingClientRect();
  menu.style.top = `${under.bottom + 4}px`;
  menu.style.left = `${Math.max(8, Math.min(under.right - width, innerWidth - width - 8))}px`;
}

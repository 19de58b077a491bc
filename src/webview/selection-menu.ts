import { h } from './dom.js';
import type { PageStrings } from './strings.js';

/** Words that were selected by the mouse show a button that writes a note to them. */
export function selectionMenu(main: HTMLElement, strings: PageStrings, addNote: () => void): void {
  const button = h(
    'button',
    { class: 'add-note', type: 'button', popover: 'manual' },
    strings.addNote,
    h('kbd', {}, 'N'),
  );
  // Pressing it must not take the selection away before the click.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    button.hidePopover();
    addNote();
  });
  document.body.append(button);
  document.addEventListener('selectionchange', () => button.hidePopover());
  main.addEventListener('pointerup', () => {
    // The selection is final only after this event.
    setTimeout(() => {
      const selection = getSelection();
      const inText = selection?.anchorNode?.parentElement?.closest('.text') ?? null;
      if (selection === null || selection.isCollapsed || inText === null) return;
      const rects = selection.getRangeAt(0).getClientRects();
      const last = rects[rects.length - 1];
      if (last === undefined) return;
      button.showPopover();
      const { width, height } = button.getBoundingClientRect();
      button.style.left = `${Math.min(last.right, innerWidth - width - 8)}px`;
      button.style.top = `${Math.min(last.bottom + 6, innerHeight - height - 8)}px`;
    });
  });
}

/** Keeps ticks over a reload, for this tab only: the next incident starts with an empty list. */
export function rememberTicks(storage: Storage): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-checklist]')) addBoxes(list);
  const boxes = document.querySelectorAll<HTMLInputElement>('.prose input[type="checkbox"]');
  for (const [index, box] of boxes.entries()) {
    const key = `tick:${location.pathname}:${index}`;
    box.checked ||= storage.getItem(key) === 'on';
    box.addEventListener('change', () => storage.setItem(key, box.checked ? 'on' : 'off'));
  }
}

function addBoxes(list: HTMLElement): void {
  for (const [index, step] of list.querySelectorAll(':scope > ol > li').entries()) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.ariaLabel = `Step ${index + 1} done`;
    step.prepend(box);
  }
}

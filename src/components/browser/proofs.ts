/** A tap on marked words shows their proof in place; the list at the page's end holds them all. */
export function showProofs(): void {
  const proofs = document.querySelector('.proofs');
  const sheet = document.createElement('div');
  sheet.className = 'proof-sheet';
  sheet.popover = 'auto';
  proofs?.after(sheet);
  document.querySelector('.prose')?.addEventListener('click', ({ target }) => {
    const mark = target instanceof Element && !isBusy(target) && target.closest('u[id]');
    if (!mark || !proofs) return;
    const entries = [...proofs.querySelectorAll(`[href="#${mark.id}"]`)];
    sheet.replaceChildren(...entries.flatMap(copyEntry));
    sheet.showPopover();
  });
}

/** A tap that follows, ticks or selects something means that, and not the proof. */
function isBusy(target: Element): boolean {
  return target.closest('a, label') !== null || getSelection()?.isCollapsed === false;
}

/** An entry with the verdict that stands above its list. */
function copyEntry(link: Element): Node[] {
  const list = link.closest('ul');
  const [verdict, copy] = [list?.previousElementSibling, list?.cloneNode()];
  const entry = link.parentElement;
  if (!verdict || !copy || !entry) return [];
  copy.appendChild(entry.cloneNode(true));
  return [verdict.cloneNode(true), copy];
}

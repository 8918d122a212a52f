const COPIED_MS = 2000;

/** One tap copies a command that reads or changes; one that destroys is never one tap away. */
export function addCopyButtons(clipboard: Clipboard | undefined): void {
  if (!clipboard) return;
  const commands = '.command:is([data-intent="read"], [data-intent="change"])';
  for (const command of document.querySelectorAll(commands)) {
    const code = command.querySelector('pre');
    if (code) command.querySelector('.command-head')?.append(copyButton(clipboard, code));
  }
}

function copyButton(clipboard: Clipboard, code: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.ariaLive = 'polite';
  button.addEventListener('click', async () => {
    await clipboard.writeText(code.textContent.trim());
    button.textContent = 'Copied';
    setTimeout(() => button.replaceChildren('Copy'), COPIED_MS);
  });
  return button;
}

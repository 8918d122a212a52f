const PROMPT =
  /^[ \t]*(?:\(\w+\)[ \t]+)?(?:\[?[\w.-]+@[^\s$#%]+\]?)?(?:~|[\w./~:-]*)?[$%❯➜][ \t]+(?=\S)/;
const POWERSHELL_PROMPT = /^[ \t]*(?:PS )?[A-Z]:\\[^>\n]*>[ \t]*(?=\S)|^[ \t]*PS>[ \t]*(?=\S)/;

/** Where every line has it, and only there: elsewhere it sends output into a file. */
const ANGLE_PROMPT =
  /^[ \t]*>[ \t]+(?=(?:npm|npx|pnpm|yarn|bun|node|make|docker|git|cd|python3?|pip3?|go|cargo|bundle)[ \t])/;

/**
 * A terminal session with everything but its commands blanked out, so that offsets stay true.
 * Text without a prompt is returned as it is.
 */
export function maskTranscript(text: string): string {
  const lines = text.split('\n');
  const isAngled = lines.every((line) => line.trim() === '' || ANGLE_PROMPT.test(line));
  if (isAngled)
    return text.replace(new RegExp(ANGLE_PROMPT, 'gm'), (prompt) => ' '.repeat(prompt.length));
  if (!lines.some((line) => promptOf(line) !== '')) return text;
  let isContinued = false;
  const masked = lines.map((line) => {
    const prompt = promptOf(line);
    const isCommand = prompt !== '' || isContinued || /^\s*#/.test(line);
    isContinued = isCommand && line.endsWith('\\');
    return isCommand ? ' '.repeat(prompt.length) + line.slice(prompt.length) : blank(line);
  });
  return masked.join('\n');
}

function promptOf(line: string): string {
  return PROMPT.exec(line)?.[0] ?? POWERSHELL_PROMPT.exec(line)?.[0] ?? '';
}

function blank(line: string): string {
  return ' '.repeat(line.length);
}

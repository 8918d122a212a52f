import { enableCompileCache, registerHooks } from 'node:module';

const sources = new URL('../', import.meta.url).href;

// Plain JavaScript: Node starts it without loading its TypeScript reader, and keeps the rest compiled.
enableCompileCache();
// Hundreds of imports name a file as it is: Node need not look on disk for what they could mean.
registerHooks({
  resolve: (name, context, next) => addressOf(name, context) ?? next(name, context),
});
await import('./main.ts');

function addressOf(name, { parentURL, conditions }) {
  const isFile = /^(?:\.|#(?:cli|config|drift)\/).*\.[jt]s$/.test(name);
  // What is required, not imported, may leave out its extension or be JSON.
  if (!isFile || !conditions.includes('import')) return undefined;
  const url = new URL(name.replace(/^#/, sources), parentURL).href;
  const format = name.endsWith('.ts') ? 'module-typescript' : undefined;
  return { url, format, shortCircuit: true };
}

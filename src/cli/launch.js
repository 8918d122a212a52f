import { enableCompileCache } from 'node:module';

// Plain JavaScript: Node starts it without loading its TypeScript reader, and keeps the rest compiled.
enableCompileCache();
await import('./main.ts');

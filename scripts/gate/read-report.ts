import type { TestCase, TestModule } from 'vitest/node';
import type { Report } from './outcome.ts';

/** Counts the tests of a run. What breaks outside a test – an import, a hook, a stray error – fails. */
export function readReport(
  modules: readonly TestModule[],
  strayErrors: readonly unknown[],
): Report {
  const passed = modules.flatMap(({ children }) => [...children.allTests('passed')]);
  const skipped = modules.flatMap(({ children }) => [...children.allTests('skipped')]);
  const failures = modules.map(countFailures);
  return {
    passed: passed.length,
    failed: failures.reduce((total, count) => total + count, strayErrors.length),
    skipped: skipped.map(describeSkip),
  };
}

function countFailures(module: TestModule): number {
  const { children } = module;
  const failed = [...children.allTests('failed'), ...children.allTests('pending')];
  const broken = [module, ...children.allSuites()].filter((part) => part.errors().length > 0);
  const hasEnded = module.state() === 'passed' || module.state() === 'skipped';
  return failed.length + broken.length || (hasEnded ? 0 : 1);
}

function describeSkip(test: TestCase): Report['skipped'][number] {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return { name: test.fullName, reason: note ?? describeMode(test.options.mode) };
}

function describeMode(mode: TestCase['options']['mode']): string {
  return mode === 'run' ? 'what prepares it failed' : `marked ${mode}, no reason given`;
}

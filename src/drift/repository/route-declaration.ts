import type { Segment } from './route-pattern.ts';

/** A place in the code that declares a route, or the prefix under which others are mounted. */
export type RouteDeclaration = {
  readonly role: 'handler' | 'mount';
  /** Upper case; absent where any method is answered or none is told. */
  readonly method?: string;
  /** As declared. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly file: string;
  /** Offset in the file, for its line. */
  readonly offset: number;
  /** The folder of the application, for routes made of files; their paths are whole. */
  readonly application?: string;
};

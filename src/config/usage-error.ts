/** The person who runs the program can put this right: printed without a stack, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

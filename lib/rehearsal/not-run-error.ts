/** Something that a drill needs is missing: it was not run, which is neither passed nor failed. The message says what to do. */
export class NotRunError extends Error {
  public override readonly name = 'NotRunError';
}

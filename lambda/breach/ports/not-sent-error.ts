/** The other side certainly did not take the alert: it was refused or never left. Any other error may hide a success. */
export class NotSentError extends Error {
  public override readonly name = 'NotSentError';
}

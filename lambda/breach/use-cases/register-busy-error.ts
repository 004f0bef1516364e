/** A case changed each time it was to be written. Nothing was written; try again later. */
export class RegisterBusyError extends Error {
  public override readonly name = 'RegisterBusyError';

  constructor() {
    super('The register must accept a write within a few attempts, got: a conflict each time');
  }
}

/** A package of the local endpoint, as it is installed and in no other form. */
export interface EmulatorPackage {
  readonly name: string;
  readonly version: string;
  /**
   * Pythons that need it, as a marker of pip.
   *
   * @default all
   */
  readonly pythons?: string;
  /** Digests of its wheels: one, or those for Python 3.10 to 3.14 on Linux and macOS, x86-64 and ARM. */
  readonly sha256: readonly string[];
}

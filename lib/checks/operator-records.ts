import { ConfigurationError } from '../config/configuration-error';
import { type Attestation, readAttestations } from '../safeguards/attestations/attestation';
import { FILED_ATTESTATIONS } from '../safeguards/attestations/filed';
import { type RegisteredVendor, readRegister } from '../safeguards/business-associates/register';
import { REGISTERED_VENDORS } from '../safeguards/business-associates/registered';

/** What the operator has stated and agreed, which no template shows. */
export interface OperatorRecords {
  readonly attestations: readonly Attestation[];
  readonly vendors: readonly RegisteredVendor[];
}

/**
 * The operator's records, complete and valid.
 *
 * @param records what was not filed in this project but is passed by an app of its own
 * @throws ConfigurationError with every problem of all of them
 * @see 45 CFR 164.316(b)(1)
 */
export function operatorRecords(records: Partial<OperatorRecords> = {}): OperatorRecords {
  const problems: string[] = [];
  const attestations = collecting(problems, () =>
    readAttestations(records.attestations ?? FILED_ATTESTATIONS),
  );
  const vendors = collecting(problems, () => readRegister(records.vendors ?? REGISTERED_VENDORS));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { attestations, vendors };
}

function collecting<T>(problems: string[], read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

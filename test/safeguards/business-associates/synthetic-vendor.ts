import type { Agreement, RegisteredVendor } from '../../../lib/safeguards/business-associates/register';

/** An agreement that nobody signed, in force on 2026-11-21. */
export function syntheticAgreement(changes: Partial<Agreement> = {}): Agreement {
  return {
    signedOn: '2026-01-15',
    expiresOn: '2027-01-14',
    services: ['Synthetic Mail'],
    retentionYears: 6,
    breachNoticeDays: 10,
    evidence: 'synthetic contract 1',
    ...changes,
  };
}

/** A vendor that does not exist. */
export function syntheticVendor(changes: Partial<RegisteredVendor> = {}): RegisteredVendor {
  return {
    vendor: 'synthetic-mail',
    name: 'Synthetic Mail',
    mailDomains: ['clinic.example'],
    hosts: ['hooks.synthetic.example'],
    agreement: syntheticAgreement(),
    phiMayReach: true,
    ...changes,
  };
}

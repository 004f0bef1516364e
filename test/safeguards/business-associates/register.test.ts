import { ConfigurationError } from '../../../lib/config/configuration-error';
import { readRegister } from '../../../lib/safeguards/business-associates/register';
import { REGISTERED_VENDORS } from '../../../lib/safeguards/business-associates/registered';
import { syntheticAgreement, syntheticVendor } from './synthetic-vendor';

function problemsOf(input: unknown): readonly string[] {
  try {
    readRegister(input);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('readRegister', () => {
  it('takes a complete vendor, and one without an agreement that PHI may not reach', () => {
    const vendors = [
      syntheticVendor(),
      syntheticVendor({ vendor: 'other', agreement: null, phiMayReach: false }),
      syntheticVendor({ vendor: 'endless', agreement: syntheticAgreement({ expiresOn: null }) }),
    ];
    expect(readRegister(vendors)).toEqual(vendors);
  });

  it('takes the vendors that the repository ships: none', () => {
    expect(readRegister(REGISTERED_VENDORS)).toEqual([]);
    expect(REGISTERED_VENDORS).toEqual([]);
  });

  it.each([
    ['PHI without an agreement', { agreement: null }, "[0].phiMayReach' must be false without an agreement"],
    ['a domain with a wildcard', { hosts: ['*.example.com'] }, "[0].hosts.0' must be a domain"],
    ['a domain in capitals', { mailDomains: ['Example.com'] }, "[0].mailDomains.0' must be a domain"],
    ['a whole top level', { mailDomains: ['com'] }, "[0].mailDomains.0' must be a domain"],
    [
      'an agreement that ends before it begins',
      { agreement: syntheticAgreement({ expiresOn: '2026-01-14' }) },
      "[0].agreement.expiresOn' must not be before signedOn",
    ],
    [
      'an agreement that covers nothing',
      { agreement: syntheticAgreement({ services: [] }) },
      "[0].agreement.services' must name at least one service",
    ],
    [
      'a day that does not exist',
      { agreement: syntheticAgreement({ signedOn: '2026-04-31' }) },
      "[0].agreement.signedOn' must be a date that exists",
    ],
    ['an odd id', { vendor: 'Synthetic Mail' }, "[0].vendor' must be lower-case words"],
  ])('refuses %s', (_, changes, problem) => {
    expect(problemsOf([{ ...syntheticVendor(), ...changes }])).toEqual([
      expect.stringContaining(`'businessAssociates${problem}`),
    ]);
  });

  it('refuses a vendor that is there twice', () => {
    expect(problemsOf([syntheticVendor(), syntheticVendor()])).toEqual([
      "'businessAssociates[1]' must be the only one of its kind, got: 'synthetic-mail' again",
    ]);
  });
});

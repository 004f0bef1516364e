import { operatorRecords } from '../../lib/checks/operator-records';
import { ConfigurationError } from '../../lib/config/configuration-error';
import { synthetic } from '../safeguards/attestations/synthetic';
import { syntheticVendor } from '../safeguards/business-associates/synthetic-vendor';

describe('operatorRecords', () => {
  it('reads what is filed in the project, which ships nothing', () => {
    expect(operatorRecords()).toEqual({ attestations: [], vendors: [] });
  });

  it('reads what an app of its own passes', () => {
    const records = { attestations: [synthetic('risk-analysis')], vendors: [syntheticVendor()] };
    expect(operatorRecords(records)).toEqual(records);
  });

  it('refuses malformed records with every problem of all of them', () => {
    const attestations = [
      synthetic('risk-analysis', { statedOn: '2026-02-29' }),
      synthetic('security-official', { statedBy: 'someone@clinic.example' }),
    ];
    const vendors = [syntheticVendor({ agreement: null })];
    expect(() => operatorRecords({ attestations, vendors })).toThrow(ConfigurationError);
    expect(() => operatorRecords({ attestations, vendors })).toThrow(
      /3 problems:\n.*'attestations\[0\]\.statedOn' must be a date that exists.*\n.*'attestations\[1\]\.statedBy' must be a role.*\n.*'businessAssociates\[0\]\.phiMayReach' must be false/,
    );
  });
});

import { grantLimits } from '../../../../lambda/records/domain/break-glass/grant-limits';

describe('emergency access', () => {
  it('lasts an hour and is reviewed within three days, unless sooner', () => {
    expect(grantLimits({})).toEqual({ accessMs: 3_600_000, reviewMs: 259_200_000 });
    expect(grantLimits({ accessMs: 900_000 })).toEqual({ accessMs: 900_000, reviewMs: 259_200_000 });
  });

  it.each([[{ accessMs: 3_600_001 }], [{ accessMs: 0 }], [{ reviewMs: 259_200_001 }], [{ reviewMs: -1 }]])(
    'lasts no longer: %j',
    (limits) => {
      expect(() => grantLimits(limits)).toThrow(/must be a whole number of ms from 1 to \d+, got: /);
    },
  );
});

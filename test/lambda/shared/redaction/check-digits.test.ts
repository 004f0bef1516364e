import {
  deaHolds,
  ibanHolds,
  luhnHolds,
  npiHolds,
  vinHolds,
} from '../../../../lambda/shared/redaction/check-digits';

describe('check digits', () => {
  it.each([
    [luhnHolds, '4111 1111 1111 1111', '4111 1111 1111 1112'],
    [luhnHolds, '490154203237518', '490154203237519'],
    [npiHolds, '1234567893', '1234567894'],
    [ibanHolds, 'GB82 WEST 1234 5698 7654 32', 'GB82 WEST 1234 5698 7654 33'],
    [vinHolds, '1M8GDM9AXKP042788', '1M8GDM9A0KP042788'],
    [deaHolds, 'AB1234563', 'AB1234564'],
  ])('%p holds for %s and not for %s', (holds, right, wrong) => {
    expect(holds(right)).toBe(true);
    expect(holds(wrong)).toBe(false);
  });
});

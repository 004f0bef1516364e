import { categoryOf, PHI_TYPES, phiTypeRow } from '../../../../../lambda/breach/domain/deadlines/phi-types';

describe('types of information', () => {
  it.each([
    ['name', 'identity'],
    ['Full Name', 'identity'],
    ['names', 'identity'],
    ['DOB', 'identity'],
    ['home address', 'contact'],
    ['e-mail address', 'contact'],
    ['IP address', 'contact'],
    ['SSN', 'ssn'],
    ['Social Security numbers', 'ssn'],
    ["driver's license", 'government-id'],
    ['passport_number', 'government-id'],
    ['credit card', 'financial'],
    ['password', 'credentials'],
    ['diagnosis', 'medical'],
    ['diagnoses', 'medical'],
    ['Ｄｉａｇｎｏｓｉｓ', 'medical'],
    ['MRN', 'medical'],
    ['health plan ID', 'health-insurance'],
    ['fingerprints', 'biometric'],
    ['DNA', 'genetic'],
    ['shoe size', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('%p is %s', (type, category) => {
    expect(categoryOf(type)).toBe(category);
  });

  it('have one row for each name, written as names are looked up', () => {
    const names = PHI_TYPES.flatMap((row) => row.names);
    expect(new Set(names).size).toBe(names.length);
    for (const row of PHI_TYPES) {
      for (const name of row.names) {
        expect(phiTypeRow(name)).toBe(row);
      }
    }
  });
});

import { summarizePatient } from '../../../../lambda/records/domain/record/summary';

const TODAY = new Date('2026-01-15T12:00:00Z');

describe('a patient in a list', () => {
  it.each([
    ['1990-01-15', '30-39'],
    ['1986-01-16', '30-39'],
    ['1986-01-15', '40-49'],
    ['2026-01-15', '0-9'],
    ['2016-01-16', '0-9'],
    ['2016-01-15', '10-19'],
    ['1937-01-15', '80-89'],
    ['1936-01-16', '80-89'],
    ['1936-01-15', '90+'],
    ['1900-02-29', '90+'],
    ['2027-01-01', '0-9'],
  ])('born on %s has the age range %s and no date', (birthDate, ageRange) => {
    const summary = summarizePatient('id', { familyName: 'Example', givenName: 'anna', birthDate }, TODAY);
    expect(summary).toEqual({ patientId: 'id', name: 'A. Example', ageRange });
    expect(JSON.stringify(summary)).not.toContain(birthDate);
  });

  it.each([
    ['  ', 'Example'],
    ['ßeta', 'SS. Example'],
    ['𝒜nna', '𝒜. Example'],
  ])('named %j is %s', (givenName, name) => {
    expect(
      summarizePatient('id', { familyName: 'Example', givenName, birthDate: '1990-01-01' }, TODAY).name,
    ).toBe(name);
  });
});

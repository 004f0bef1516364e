import fc from 'fast-check';
import { CATEGORIES } from '../../../../lambda/records/domain/access/category';
import { WHOLE_RECORD } from '../../../../lambda/records/domain/access/scope';
import { FIELDS } from '../../../../lambda/records/domain/record/fields';
import { projectRecord } from '../../../../lambda/records/domain/record/project';
import { entryId, FULL_RECORD, USERS } from '../support/people';

describe('what is shown of a record', () => {
  it('has the permitted categories and no others, whatever the store gave', () => {
    fc.assert(
      fc.property(fc.subarray([...CATEGORIES]), (permitted) => {
        const shown = projectRecord(FULL_RECORD, permitted, USERS.physician);
        expect(Object.keys(shown).sort()).toEqual([...permitted].sort());
      }),
    );
  });

  it('has the fields of the list and no others, whatever the store gave', () => {
    const [first] = FULL_RECORD.notes;
    if (first === undefined) throw new Error('there must be a note');
    const odd = {
      demographics: {
        ...FULL_RECORD.demographics,
        content: { ...FULL_RECORD.demographics.content, ssn: '1' },
      },
      notes: [{ ...first, secret: 'x', content: { ...first.content, ssn: '2', authorName: 'somebody' } }],
    };
    const shown = projectRecord(odd, ['demographics', 'notes'], USERS.physician);
    expect(Object.keys(shown.demographics ?? {})).toEqual(['version', ...FIELDS.demographics]);
    expect(shown.notes).toEqual([
      {
        id: entryId(5),
        version: 1,
        recordedAt: '2026-01-10T10:00:00.000Z',
        text: 'Wheezing at night.',
        writtenOn: '2026-01-10',
      },
    ]);
  });

  it('has psychotherapy notes of the reader alone', () => {
    const shown = projectRecord(FULL_RECORD, ['psychotherapyNotes'], USERS.stranger);
    expect(shown.psychotherapyNotes).toEqual([expect.objectContaining({ id: entryId(9) })]);
  });

  it('says null where nothing was ever written', () => {
    expect(projectRecord({ identifiers: null }, ['identifiers'], 'reader')).toEqual({ identifiers: null });
  });

  it('names every field that a record has', () => {
    for (const category of CATEGORIES) {
      const held = FULL_RECORD[category];
      const contents = Array.isArray(held)
        ? held.map(({ content }) => content)
        : [held && 'content' in held ? held.content : {}];
      for (const content of contents)
        expect(Object.keys(content).sort()).toEqual([...FIELDS[category]].sort());
    }
  });

  it('leaves psychotherapy notes out of a whole record', () => {
    expect(CATEGORIES.filter((category) => !WHOLE_RECORD.includes(category))).toEqual(['psychotherapyNotes']);
  });
});

import { createRedact } from '../../../../lambda/shared/redaction/redact';

const redact = createRedact({ names: ['Ann Quill', 'Quill', 'José'], places: ['Oakvale', 'New Fernley'] });

describe('a vocabulary of names and places', () => {
  it.each([
    ['Ann Quill came', '[NAME] came'],
    ['ann quill came', '[NAME] came'],
    ['QUILL came', '[NAME] came'],
    ["Quill's note", "[NAME]'s note"],
    ['Quill, Ann', '[NAME], Ann'],
    ['Ann-Quill, Ann_Quill, Ann  Quill', '[NAME], [NAME], [NAME]'],
    ['Jose and JOSÉ', '[NAME] and [NAME]'],
    ['Qu\u200bill', '[NAME]'],
    ['Ｑｕｉｌｌ', '[NAME]'],
    ['from Oakvale, New Fernley', 'from [ADDRESS], [ADDRESS]'],
    ['Quill7', '[NAME]7'],
    ['mail quill@example.org', 'mail [EMAIL]'],
    ['Quilling, Annquill, New, Fernley', 'Quilling, Annquill, New, Fernley'],
    ['nothing of it', 'nothing of it'],
  ])('%j becomes %j', (text, expected) => {
    expect(redact(text).text).toBe(expected);
    expect(redact(expected).text).toBe(expected);
  });

  it.each([[''], ['A'], ['7'], ['日']])('refuses %j, which would blank out the text', (entry) => {
    expect(() => createRedact({ names: [entry] })).toThrow("'vocabulary' must have entries");
  });
});

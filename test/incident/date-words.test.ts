import fc from 'fast-check';
import { daysLeft } from '../../lambda/breach/domain/alerts/days-left';
import { addDays } from '../../lambda/shared/calendar/calendar-days';
import { parseCivilDate } from '../../lambda/shared/calendar/civil-date';
import { dayWords, instantWords } from '../../lib/incident/date-words';
import { affectedOf, phiTypesOf } from '../../lib/incident/facts-input';
import { isLoopback } from '../../lib/incident/loopback';

const DAY = parseCivilDate('2026-03-02');
const distance = fc.integer({ min: -40_000, max: 40_000 });

describe('dates in words', () => {
  it.each([
    [0, 'today', 'due today'],
    [1, 'in 1 day', '1 day left'],
    [17, 'in 17 days', '17 days left'],
    [-1, '1 day ago', '1 day overdue'],
    [-3, '3 days ago', '3 days overdue'],
  ])('tell %s days off', (days, when, left) => {
    expect(dayWords(addDays(DAY, days), DAY)).toBe(when);
    expect(daysLeft(addDays(DAY, days), DAY)).toBe(left);
  });

  it('name the number of days, whatever lies between, and the direction', () => {
    fc.assert(
      fc.property(distance, distance, (start, days) => {
        const today = addDays(DAY, start);
        const words = dayWords(addDays(today, days), today);
        const [number = '0'] = /\d+/.exec(words) ?? [];
        expect(Number(number)).toBe(Math.abs(days));
        expect(words.startsWith('in ')).toBe(days > 0);
        expect(words.endsWith(' ago')).toBe(days < 0);
        expect(/\b1 days|[02-9] day\b|\d1 day\b/.test(words)).toBe(false);
      }),
    );
  });

  it('say the same of a date and of what is due on it', () => {
    fc.assert(
      fc.property(distance, (days) => {
        const due = addDays(DAY, days);
        const numbers = [dayWords(due, DAY), daysLeft(due, DAY)].map((words) => /\d+/.exec(words)?.[0]);
        expect(new Set(numbers).size).toBe(1);
      }),
    );
  });

  it('tell an instant to the minute, in UTC', () => {
    expect(instantWords('2026-03-04T05:06:07.890Z')).toBe('2026-03-04 05:06 UTC');
  });
});

describe('people by State', () => {
  it.each([
    ['CA=300', [{ jurisdiction: 'CA', count: 300 }]],
    [
      'ca=1, NY=unknown',
      [
        { jurisdiction: 'CA', count: 1 },
        { jurisdiction: 'NY', count: null },
      ],
    ],
    ['unknown', []],
    ['', []],
  ])('are read from %j', (text, entries) => {
    expect(affectedOf(text)).toEqual(entries);
  });

  it.each(['CA', 'CA=', 'CA=3.5', 'CA=-3', '300', 'CA=99999999999', 'CA=3;NY=4', 'unknown,CA'])(
    'are not read from %j',
    (text) => {
      expect(() => affectedOf(text)).toThrow("'--affected' must");
    },
  );

  it('never come out of a text that nobody meant, and no text fails in another way', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          for (const { jurisdiction, count } of affectedOf(text)) {
            expect(text.toUpperCase()).toContain(`${jurisdiction}=`);
            expect(count === null || Number.isSafeInteger(count)).toBe(true);
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'UsageError' });
        }
      }),
    );
  });
});

it('types of information are a list, and unknown is none', () => {
  expect(phiTypesOf(' name, ssn ,,unknown')).toEqual(['name', 'ssn']);
});

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['localhost', true],
  ['[::1]', true],
  ['127.0.0.1.example.org', false],
  ['10.0.0.1', false],
  ['0.0.0.0', false],
  ['localhost.example.org', false],
])('%s is this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

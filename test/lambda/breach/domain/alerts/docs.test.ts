import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALERT_CHANNELS, ALERT_KINDS } from '../../../../../lambda/breach/domain/alerts/outbox-message';
import { renderCase } from '../../../../../lambda/breach/domain/alerts/render-case';
import { ANSWER_MINUTES } from '../../../../../lambda/breach/domain/clock/escalation';
import { REPORT_ROWS } from '../../../../../lambda/breach/domain/incident/report-types';
import { TODAY } from '../incident/cases';
import { aboutBucket, message, NAMES } from './bucket-case';

const ALERTS = readFileSync(join(__dirname, '../../../../../docs/alerts.md'), 'utf8');
const INCIDENTS = readFileSync(join(__dirname, '../../../../../docs/incidents.md'), 'utf8');

function example(name: string): string {
  return new RegExp(`<!-- example: ${name} -->\n\`\`\`(?:json)?\n([\\s\\S]*?)\`\`\``).exec(ALERTS)?.[1] ?? '';
}

describe('docs/alerts.md', () => {
  const rendered = renderCase(message(), aboutBucket(), {
    environment: 'production',
    names: NAMES,
    today: TODAY,
    answerMinutes: ANSWER_MINUTES,
    repeat: false,
  });

  it('shows an alert as it is', () => {
    expect(example('text')).toBe(rendered.text);
    expect(JSON.parse(example('json'))).toEqual(JSON.parse(JSON.stringify(rendered.json)));
  });

  it.each([...ALERT_CHANNELS, ...ALERT_KINDS.filter((kind) => kind !== 'heartbeat')])('names %s', (word) => {
    expect(ALERTS).toContain(`\`${word}\``);
  });
});

describe('docs/incidents.md', () => {
  it.each(REPORT_ROWS.map(({ id }) => id))('names the kind of report %s', (id) => {
    expect(INCIDENTS).toContain(`\`${id}\``);
  });

  it('tells how long people have to answer', () => {
    expect(INCIDENTS).toContain(`after ${Object.values(ANSWER_MINUTES).join(', ')} minutes`);
  });
});

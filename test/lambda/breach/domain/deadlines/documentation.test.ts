import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeDeadlines } from '../../../../../lambda/breach/domain/deadlines/compute-deadlines';
import { parseFacts } from '../../../../../lambda/breach/domain/deadlines/facts';
import { factsSchema } from '../../../../../lambda/breach/domain/deadlines/facts-schema';
import { FEDERAL_RULES } from '../../../../../lambda/breach/domain/deadlines/federal-rules';
import { stateRuleId } from '../../../../../lambda/breach/domain/deadlines/obligation-ids';
import {
  STATE_RULES,
  STATE_RULES_AS_OF,
} from '../../../../../lambda/breach/domain/deadlines/state-rules/state-rules';

const PAGE = readFileSync(join(__dirname, '../../../../../docs/deadlines.md'), 'utf8');

function example(name: string): unknown {
  const json = PAGE.split(`<!-- example: ${name} -->\n\`\`\`json\n`)[1]?.split('\n```')[0];
  return JSON.parse(json ?? '');
}

function rowOf(id: string): string {
  return PAGE.split('\n').find((line) => line.startsWith(`| \`${id}\` |`)) ?? '';
}

describe('docs/deadlines.md', () => {
  it('shows the answer that its facts give', () => {
    expect(JSON.parse(JSON.stringify(computeDeadlines(parseFacts(example('facts')))))).toEqual(
      example('answer'),
    );
  });

  it.each(Object.keys(factsSchema.unwrap().shape))('explains the field %s', (field) => {
    expect(rowOf(field)).toMatch(/\| .{10,} \|$/);
  });

  it.each(FEDERAL_RULES.map(({ id, citation }) => [id, citation]))(
    'has a row for %s with %s',
    (id, citation) => {
      expect(rowOf(id)).toContain(citation);
    },
  );

  it.each(STATE_RULES.map((rule) => [stateRuleId(rule.id), rule] as const))(
    'has a row for %s',
    (id, rule) => {
      expect(rowOf(id)).toContain(`| ${rule.confidence} |`);
      expect(rowOf(id)).toContain(`| ${rule.inForceFrom ?? '–'} |`);
    },
  );

  it('says when the State rows were last held against their sources', () => {
    expect(PAGE).toContain(`last held against their sources on ${STATE_RULES_AS_OF}`);
  });
});

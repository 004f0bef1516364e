import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judgeEnvironment } from '../environment-verdict';
import type { JudgedStack } from '../finding';
import { type Judgement, type JudgeOptions, summarize } from '../judge';
import { operatorRecords } from '../operator-records';
import { runPacks } from '../packs';
import type { ForeignTemplate } from './foreign-template';
import { transformViolations } from './transform-violations';

/**
 * Judges templates that somebody else wrote, together, so that what one takes from another is found. They belong to no environment, and
 * neither our software nor our tests speak for them.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function judgeTemplates(
  templates: readonly ForeignTemplate[],
  { asOf, records }: Pick<JudgeOptions, 'asOf' | 'records'>,
): Judgement {
  const { attestations, vendors } = operatorRecords(records);
  // The schema checks read files, and JSON only.
  const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-templates-'));
  try {
    const stacks = templates.map((template, index) =>
      judgedStack(template, path.join(directory, `${index}.json`)),
    );
    const results = runPacks(stacks, { vendors, asOf });
    return summarize(
      [
        judgeEnvironment({
          environment: null,
          stacks,
          results,
          further: templates.flatMap(transformViolations),
          asOf,
          attestations,
          vendors,
          origin: 'elsewhere',
        }),
      ],
      asOf,
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function judgedStack({ name, json, template, lines }: ForeignTemplate, templatePath: string): JudgedStack {
  writeFileSync(templatePath, JSON.stringify(json));
  return {
    environment: null,
    name,
    templatePath,
    template,
    locate: (logicalId) =>
      logicalId === null
        ? { path: name, source: `${name}:1` }
        : { path: logicalId, source: `${name}:${lines.get(logicalId) ?? 1}` },
  };
}

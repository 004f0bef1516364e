import path from 'node:path';
import { headKey } from '../../../lambda/breach/use-cases/evidence-keys';
import { exportCase } from '../../../lambda/breach/use-cases/export-case';
import { sha256 } from '../../../lambda/shared/audit-chain/record';
import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { checkDirectory } from '../../commands/report-directory';
import { printable } from '../../report/printable';
import { COMMON_OPTIONS } from '../common-options';
import { readEntries } from '../entries';
import { renderChain } from '../render-timeline';
import { dayOf, startSession } from '../session';
import { unknownCase } from '../step';
import { caseId, type Subcommand } from '../subcommand';
import { verifyCase } from '../verify-case';
import { writePrivately } from '../write-privately';

/**
 * Writes the case file: for people, for machines, and the chain for anybody who verifies it.
 *
 * @see 45 CFR 164.530(j)
 */
export const exportSubcommand: Subcommand = {
  name: 'export',
  summary: 'writes the case file: Markdown, JSON, and the chain that hipaa audit verify reads',
  synopsis: 'ID --out DIR',
  details: `  --out DIR   the directory to write ID.md, ID.json, ID.jsonl into, and ID.head.json where the newest entry is signed
              for; it is made, and files of the same name are replaced

Ends with 1, and nothing written, where the timeline was altered. Verify it with: hipaa audit verify DIR/ID.jsonl`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident export', args, {
      ...COMMON_OPTIONS,
      out: { type: 'string' },
    });
    const id = caseId(positionals);
    const { out } = values;
    if (out === undefined || out === '') {
      throw new UsageError("'--out' must name the directory to write into, got: nothing");
    }
    const session = startSession(values, tools, 'reads');
    const directory = path.resolve(session.surroundings.projectRoot, out);
    checkDirectory(
      directory,
      ['md', 'json', 'jsonl', 'head.json'].map((end) => `${id}.${end}`),
    );
    const desk = await session.desk();
    const incident = await desk.store.get(id);
    if (incident === undefined) throw unknownCase();
    const chain = verifyCase(await readEntries(desk.store, incident), incident.head);
    const base = { schemaVersion: 1, command: 'incident export', environment: session.environment };
    const { layout } = session.surroundings;
    if (chain.verdict === 'broken') {
      session.write(
        { ...base, asOf: dayOf(desk), outcome: 'refused', id, chain, files: [] },
        `${renderChain(chain, layout)}Nothing was written.\n`,
      );
      return 1;
    }
    const file = await exportCase(id, desk);
    if (file === undefined) throw unknownCase();
    const head = await desk.archive.get(headKey(id, incident.head.seq));
    const files = [
      { name: `${id}.md`, text: file.markdown },
      { name: `${id}.json`, text: file.json },
      { name: `${id}.jsonl`, text: file.timeline },
      ...(head === undefined ? [] : [{ name: `${id}.head.json`, text: `${head}\n` }]),
    ];
    writePrivately(directory, files, 'replace');
    const hashes = files.map(({ name, text }) => ({ name, sha256: sha256(text) }));
    session.write(
      { ...base, asOf: dayOf(desk), outcome: 'done', id, chain, files: hashes },
      `${files.map(({ name }) => printable(path.join(out, name))).join('\n')}\n${renderChain(chain, layout)}`,
    );
    return 0;
  },
};

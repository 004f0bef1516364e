import { z } from 'zod';
import type { Verdict } from '../checks/verdict';
import { printable } from './printable';

/** A text that is not a verdict which this version can read; the message says why. */
export class UnreadableVerdictError extends Error {
  public override readonly name = 'UnreadableVerdictError';
}

const outcome = z.enum(['pass', 'fail']);
const pack = z.enum(['hipaa', 'aws-solutions', 'schema', 'baseline', 'eligibility', 'acknowledgements']);
const texts = z.array(z.string());
const count = z.int().nonnegative();

const violation = z.object({
  rule: z.string(),
  pack,
  severity: z.enum(['error', 'warning']),
  citations: texts,
  stack: z.string(),
  path: z.string(),
  resource: z.string(),
  resourceType: z.string(),
  message: z.string(),
  fix: z.string(),
  source: z.string().nullable(),
});

const acknowledged = z.object({
  rule: z.string(),
  pack,
  stack: z.string(),
  path: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: z.iso.date(),
  citations: texts,
});

const safeguard = z.object({
  citation: z.string(),
  title: z.string(),
  basis: z.enum(['law', 'guidance', 'practice']),
  profile: z.enum(['current', 'nprm-2025']),
  status: z.enum(['enforced', 'partial', 'monitored', 'attested', 'unattested', 'not-applicable', 'gap']),
  evidence: texts,
});

const environment = z.object({
  environment: z.string().nullable(),
  verdict: outcome,
  counts: z.object({
    resources: count,
    rules: count,
    evaluations: count,
    violations: count,
    acknowledged: count,
  }),
  violations: z.array(violation),
  acknowledged: z.array(acknowledged),
  safeguards: z.array(safeguard),
});

const verdict = z.object({
  schemaVersion: z.literal(1),
  asOf: z.iso.date(),
  verdict: outcome,
  environments: z
    .array(environment)
    .refine(
      (environments) =>
        new Set(environments.map(({ environment: name }) => name)).size === environments.length,
      'each environment once',
    ),
});

/**
 * Reads what `hipaa check --format json` or `hipaa report` wrote, of this schema version only: another one may mean other things by the
 * same words. Fields that it does not know are left out.
 *
 * @throws UnreadableVerdictError when the text is no such document
 */
export function readVerdict(text: string): Verdict {
  const document = parseJson(text);
  const version = schemaVersionOf(document);
  if (version !== 1) {
    throw new UnreadableVerdictError(`'schemaVersion' must be 1, got: ${describe(version)}`);
  }
  const result = verdict.safeParse(document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'document' : issue.path.join('.');
  throw new UnreadableVerdictError(
    `'${printable(where)}' must be as in a verdict: ${printable(issue?.message ?? 'it is not')}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    throw new UnreadableVerdictError(
      `it must be JSON: ${printable(error instanceof Error ? error.message : String(error))}`,
    );
  }
}

function schemaVersionOf(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'schemaVersion' in document
    ? document.schemaVersion
    : undefined;
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return printable(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

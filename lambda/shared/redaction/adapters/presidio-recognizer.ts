import { isIP } from 'node:net';
import { parse } from 'ipaddr.js';
import * as z from 'zod';
import { type Redact, redact as redactStructured } from '../redact';
import type { Redaction } from '../redaction';
import type { Finding } from '../span';
import { withholdAll } from '../withhold';
import { PRESIDIO_TYPES } from './presidio-types';

/** Where a Presidio analyzer answers, and what it may cost. */
export interface PresidioOptions {
  /** The analyzer, such as `http://127.0.0.1:5002`: on loopback, a private address or a name under `.internal`. */
  readonly endpoint: string;
  /** The time until the text is withheld, in milliseconds. @default 2000 */
  readonly timeoutMs?: number;
  /** The language of the texts. @default 'en' */
  readonly language?: string;
  /** How sure Presidio must be, from 0 to 1. @default 0.3 */
  readonly scoreThreshold?: number;
  /** The redaction that what Presidio finds is added to. @default that without a vocabulary */
  readonly redact?: Redact;
}

const DEFAULT_TIMEOUT_MS = 2000;
const MAX_TIMEOUT_MS = 30_000;
const DEFAULT_SCORE = 0.3;

/** More than any text of the permitted length can need. */
const MAX_ANSWER_BYTES = 4_194_304;

const PRIVATE_RANGES = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

const ANSWER = z.array(
  z.object({
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    entity_type: z.string().max(64),
    score: z.number(),
  }),
);

/**
 * Makes a redaction that asks a Presidio server too, for names and places. It fails closed: without a timely, whole and
 * valid answer the text is withheld. PHI goes to no public address, and redirects are not followed.
 * @throws Error when the endpoint is not private or an option is out of range
 */
export function createPresidioRedact(options: PresidioOptions): (text: string) => Promise<Redaction> {
  const url = analyzeUrl(options.endpoint);
  const timeoutMs = checkedTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const redact = options.redact ?? redactStructured;
  return async (text) => {
    try {
      const answer = await ask(url, timeoutMs, {
        text,
        language: options.language ?? 'en',
        score_threshold: options.scoreThreshold ?? DEFAULT_SCORE,
      });
      return redact(text, { findings: toFindings(text, answer) });
    } catch {
      return withholdAll(text);
    }
  };
}

async function ask(url: URL, timeoutMs: number, body: object): Promise<z.infer<typeof ANSWER>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok || response.body === null) {
    throw new Error('the analyzer did not answer');
  }
  return ANSWER.parse(JSON.parse(await readBounded(response.body)));
}

async function readBounded(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) {
      throw new Error('the answer is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Presidio counts code points, a span counts UTF-16 units. An answer about another text than this is no answer. */
function toFindings(text: string, answer: z.infer<typeof ANSWER>): readonly Finding[] {
  const offsets = codePointOffsets(text);
  return answer.map(({ start, end, entity_type }) => {
    const from = offsets[start];
    const to = offsets[end];
    if (from === undefined || to === undefined || to <= from) {
      throw new Error('the answer is about another text');
    }
    return { start: from, end: to, type: PRESIDIO_TYPES.get(entity_type) ?? 'ID', confidence: 1 };
  });
}

function codePointOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return [...offsets, at];
}

function analyzeUrl(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || !isPrivate(url.hostname)) {
    throw new Error(
      "'endpoint' must be an http or https URL on loopback, a private address or a name under .internal",
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new Error("'endpoint' must not carry credentials");
  }
  return new URL('analyze', url.href.endsWith('/') ? url : `${url.href}/`);
}

function isPrivate(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) === 0
    ? hostname === 'localhost' || hostname.endsWith('.internal')
    : PRIVATE_RANGES.has(parse(address).range());
}

function checkedTimeout(timeoutMs: number): number {
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS)) {
    throw new Error(`'timeoutMs' must be more than 0 and at most ${MAX_TIMEOUT_MS}, got: ${timeoutMs}`);
  }
  return timeoutMs;
}

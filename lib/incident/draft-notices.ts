import path from 'node:path';
import { parseNoticeDetails } from '../../lambda/breach/domain/notices/notice-details';
import { NOTICE_KINDS, type NoticeKind } from '../../lambda/breach/domain/notices/notice-item';
import type { CaseOutcome } from '../../lambda/breach/use-cases/change-case';
import { draftNotice } from '../../lambda/breach/use-cases/draft-notice';
import { type ExitCode, UsageError } from '../commands/command';
import { oneOf } from '../commands/parse-options';
import { checkDirectory } from '../commands/report-directory';
import { reading, readJson } from './read-json';
import type { Session } from './session';
import { tellStep } from './step';
import { demandNew, writePrivately } from './write-privately';

/** What drafts were asked for. */
export interface DraftRequest {
  /** Kinds, separated by commas, or `all`. */
  readonly kinds: string;
  readonly out: string | undefined;
  /** A file of JSON; undefined leaves everything to be completed. */
  readonly details: string | undefined;
}

/** What a covered entity writes, and what a business associate does. @see 45 CFR 164.404, 164.406, 164.408, 164.410 */
const ALL_OF: Readonly<Record<'covered-entity' | 'business-associate', readonly NoticeKind[]>> = {
  'covered-entity': ['individual', 'media', 'hhs'],
  'business-associate': ['covered-entity'],
};

/** Writes drafts, and remembers each by its hash. Nothing is recorded where they could not be written. */
export async function draftNotices(id: string, request: DraftRequest, session: Session): Promise<ExitCode> {
  const { out } = request;
  if (out === undefined || out === '') {
    throw new UsageError("'--out' must name the directory to write into, got: nothing");
  }
  const words = request.kinds.split(',').map((word) => word.trim());
  const wanted = words.map((word) => oneOf('--draft', [...NOTICE_KINDS, 'all'] as const, word));
  const details = reading(
    parserOf(request.details === undefined ? {} : await readJson(request.details, session.surroundings)),
  );
  const directory = path.resolve(session.surroundings.projectRoot, out);
  const desk = await session.desk();
  const kinds = kindsOf(wanted, desk.settings.role);
  const nameOf = (kind: NoticeKind) => `${id}-${kind}.md`;
  checkDirectory(directory, kinds.map(nameOf));
  demandNew(directory, kinds.map(nameOf));
  const drafts: { readonly kind: NoticeKind; readonly file: string; readonly missing: readonly string[] }[] =
    [];
  let last: CaseOutcome = { outcome: 'unknown' };
  for (const kind of kinds) {
    const { outcome, notice } = await draftNotice(id, kind, details, desk.by, desk);
    last = outcome;
    if (notice === undefined) break;
    const file = nameOf(kind);
    writePrivately(directory, [{ name: file, text: notice.markdown }], 'keep');
    drafts.push({ kind, file, missing: notice.missing });
  }
  const done = drafts.map(
    ({ file, missing }) =>
      `${path.join(out, file)}${missing.length === 0 ? '' : `\n  to be completed: ${missing.join(', ')}`}`,
  );
  return tellStep(
    last,
    { command: 'notify', done: `Drafts:\n${done.join('\n')}`, more: { drafts } },
    session,
    desk,
  );
}

function parserOf(json: object): () => ReturnType<typeof parseNoticeDetails> {
  return () => parseNoticeDetails(json);
}

function kindsOf(wanted: readonly (NoticeKind | 'all')[], role: keyof typeof ALL_OF): readonly NoticeKind[] {
  return [
    ...new Set(wanted.flatMap((kind): readonly NoticeKind[] => (kind === 'all' ? ALL_OF[role] : [kind]))),
  ];
}

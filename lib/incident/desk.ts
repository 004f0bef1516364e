import type { PathMessage } from '../../lambda/breach/domain/register/path-message';
import type { EvidenceArchive } from '../../lambda/breach/ports/evidence-archive';
import type { CaseDependencies } from '../../lambda/breach/use-cases/change-case';
import type { Clock } from '../../lambda/shared/clock';
import type { HeadSigner } from '../../lambda/shared/head-signing/head-signer';
import type { Containment } from './containment';

/** Where a register is found. */
export interface DeskTarget {
  readonly environment: string;
  /** A local endpoint in place of AWS. */
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  /** Names that replace those of the deployed stack. */
  readonly names: DeskNames;
  /** The present; undefined is the machine's own clock. */
  readonly clock: Clock | undefined;
}

/** Names of deployed resources, each undefined where the stack tells it. */
export interface DeskNames {
  readonly stack: string | undefined;
  readonly table: string | undefined;
  readonly bucket: string | undefined;
  readonly signingKey: string | undefined;
  readonly nameKey: string | undefined;
  readonly bus: string | undefined;
}

/** What a responder's steps work with: the register and what belongs to it. */
export interface Desk extends CaseDependencies {
  readonly archive: EvidenceArchive;
  readonly signer: HeadSigner;
  readonly containment: Containment;
  /** The reference of whoever works at it, never a name. */
  readonly by: string;
  /** Puts a message on the bus, as every event comes. */
  readonly sendPathMessage: (message: PathMessage) => Promise<void>;
}

/** Opens the register. @throws DeskError where it cannot be reached or may not be used */
export type OpenDesk = (target: DeskTarget) => Promise<Desk>;

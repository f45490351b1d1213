import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Epoch, KekRing } from '../keys/kek-ring'

/**
 * A step of a roll, or of a destruction, that every process of a library must have taken before the next one:
 *
 * - `begun`: it has read the new epoch from the ring, and wraps in the old one still.
 * - `moved`: its read models are under the key of the epoch, and the files under older keys are closed.
 * - `retired`: it has no older epoch in use any more.
 * - `destroyed`: the wrapping key of this epoch, which was in escrow, is not in its memory any more.
 */
export type EpochStepName = 'begun' | 'moved' | 'retired' | 'destroyed'

/** A step, and the epoch that it is about. */
export interface EpochStep {
  readonly step: EpochStepName
  readonly epoch: Epoch
  /** The fingerprint of the wrapping key in hex, so that two keys of one number are noticed; empty for `destroyed`. */
  readonly fingerprint: string
}

/** Processes that count have not taken the step yet. Asking again keeps what others have confirmed. */
export interface EpochStepWaits {
  readonly _tag: 'EpochStepWaits'
  readonly reason: string
}

/** A step about an epoch that the ring has in use. */
export const epochStepWithFingerprint = (
  ring: Pick<KekRing, 'epochFingerprint'>,
  step: Exclude<EpochStepName, 'destroyed'>,
  epoch: Epoch,
): TaskEither<Unavailable, EpochStep> =>
  pipe(
    ring.epochFingerprint(epoch),
    TE.map((fingerprint) => ({ step, epoch, fingerprint: Buffer.from(fingerprint).toString('hex') })),
  )

/** The step after which no process has the wrapping key of this epoch. */
export const epochDestroyedStep = (epoch: Epoch): EpochStep => ({ step: 'destroyed', epoch, fingerprint: '' })

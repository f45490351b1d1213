import * as TE from 'fp-ts/TaskEither'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import { memoryBorrowerLock } from './memory-borrower-lock'
import { keyedQueue } from '../../../system/concurrency/keyed-queue'
import type { Coordination } from '../coordination'
import type { ProcessRegistry } from '../../process-registry/process-registry'
import { noReactorProgressChannel } from '../reactor-progress-channel'
import { memoryLeases } from './memory-leases'

/** In ms. Long enough that a busy process does not lose it. */
const leaseDuration = 60_000

const done = TE.right(undefined)

/** The registry of a single process: there is nobody to wait for. The ring alone encrypts its derived stores. */
const soleProcess: ProcessRegistry = {
  heartbeat: done,
  requestEviction: () => TE.right(0),
  latestEvictionRequest: TE.right(0),
  confirmEviction: () => done,
  allConfirmed: () => TE.right(true),
  folderSecret: TE.right(new Uint8Array(0)),
  revokeFolderSecrets: () => done,
  requestEpochStep: () => TE.right(0),
  latestEpochStep: TE.right(undefined),
  confirmEpochStep: () => done,
  countWithoutEpochStep: () => TE.right(0),
  confirmationTimeMs: 0,
  unregister: done,
}

/** Coordination for a single process. */
export const memoryCoordination = (clock: MonotonicClock): Coordination => ({
  borrowerLock: memoryBorrowerLock(),
  namedLock: keyedQueue(),
  leases: memoryLeases(clock)(leaseDuration),
  processRegistry: soleProcess,
  progress: noReactorProgressChannel,
  close: () => Promise.resolve(),
})

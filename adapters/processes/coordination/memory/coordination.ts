import * as TE from 'fp-ts/TaskEither'
import type { MachineClock } from '../../../../domain/ports/clocks'
import { gateInProcess } from './gate'
import { keyedQueue } from '../../../system/concurrency/keyed-queue'
import type { Coordination } from '../coordination'
import type { Presence } from '../presence'
import { noProgressChannel } from '../progress'
import { leasesInProcess } from './leases'

/** Long enough never to be lost by a process that is only busy, in ms. */
const leaseLength = 60_000

const done = TE.right(undefined)

/** Whoever is alone is never asked. What opens the files of its folder is the ring, in the same hands. */
const alone: Presence = {
  sign: done,
  ask: () => TE.right(0),
  asked: TE.right(0),
  answer: () => done,
  allAnswered: () => TE.right(true),
  secret: TE.right(new Uint8Array(0)),
  forsake: () => done,
  leave: done,
}

/** One process alone agrees with itself. */
export const coordinationInProcess = (clock: MachineClock): Coordination => ({
  gate: gateInProcess(),
  registrationGate: keyedQueue(),
  leases: leasesInProcess(clock)(leaseLength),
  presence: alone,
  progress: noProgressChannel,
  close: () => Promise.resolve(),
})

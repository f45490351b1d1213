import * as TE from 'fp-ts/TaskEither'
import type { MachineClock } from '../../../domain/ports/clocks'
import { gateInProcess } from './gate'
import { keyedQueue } from '../../kernel/keyed-queue'
import type { Coordination } from '../coordination'
import { leasesInProcess } from './leases'

/** Long enough never to be lost by a process that is only busy, in ms. */
const leaseLength = 60_000

/** One process alone agrees with itself. */
export const coordinationInProcess = (clock: MachineClock): Coordination => ({
  gate: gateInProcess(),
  registrationGate: keyedQueue(),
  leases: leasesInProcess(clock)(leaseLength),
  presence: { report: () => TE.right(undefined), allPassed: () => TE.right(true), leave: TE.right(undefined) },
  close: () => Promise.resolve(),
})

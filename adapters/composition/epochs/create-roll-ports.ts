import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { toPortFailed } from '../../../retention/erasing/erasing-ports'
import { checkpointWithRetries } from '../../../retention/erasing/checkpoint-key-store-step'
import type { RollPorts } from '../../../retention/epochs/roll-epoch'
import { machineClock } from '../../system/clock/machine-clock'
import { delay } from '../../system/concurrency/delay'
import type { EpochDependencies } from './assemble-epochs'
import { giveWayIn, startRewrapping } from './start-rewrapping'

/** What a roll does with the processes of the library. */
type RollSteps = Pick<RollPorts, 'moveReadModels' | 'confirmEverywhere'>

/** Creates the ports of a roll from the stores of a library. */
export const createRollPorts = (
  { stores, projectorGroup, evictedScopes, clock, alarm }: EpochDependencies,
  { moveReadModels, confirmEverywhere }: RollSteps,
): RollPorts => ({
  ring: stores.ring,
  store: stores.keyStore,
  startRewrapping: startRewrapping(stores, evictedScopes),
  elapsed: machineClock.elapsed,
  giveWay: giveWayIn(stores),
  alarm,
  catchUpSchedule: pipe(projectorGroup.catchUp, TE.mapLeft(toPortFailed)),
  checkpointKeyStore: checkpointWithRetries({
    checkpointKeyStore: stores.keyStore.checkpointTruncate,
    sleep: (ms) => () => delay(ms),
  }),
  moveReadModels,
  confirmEverywhere,
  today: clock.today,
})

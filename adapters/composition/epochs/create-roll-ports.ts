import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { toPortFailed } from '../../../retention/erasing/erasing-ports'
import type { RollPorts } from '../../../retention/epochs/roll-epoch'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import type { EpochDependencies } from './epoch-dependencies'
import { removeReplacedKeys } from './remove-replaced-keys'
import { rewrapBatchMsOfKeyPlace, createPauseBetweenBatches, startRewrapping } from './start-rewrapping'

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
  elapsed: machineMonotonicClock.elapsed,
  batchMs: rewrapBatchMsOfKeyPlace(stores),
  giveWay: createPauseBetweenBatches(stores),
  alarm,
  catchUpSchedule: pipe(projectorGroup.catchUp, TE.mapLeft(toPortFailed)),
  checkpointKeyStore: removeReplacedKeys(stores.keyStore),
  moveReadModels,
  confirmEverywhere,
  today: clock.today,
})

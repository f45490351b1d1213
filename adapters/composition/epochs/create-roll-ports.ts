import { setImmediate } from 'node:timers/promises'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { toPortFailed } from '../../../retention/erasing/erasing-ports'
import { checkpointWithRetries } from '../../../retention/erasing/checkpoint-key-store-step'
import type { RollPorts } from '../../../retention/epochs/roll-epoch'
import { machineClock } from '../../system/clock/machine-clock'
import { delay } from '../../system/concurrency/delay'
import { deriveReadModelKey } from '../stores/derive-view-keys'
import type { EpochDependencies } from './assemble-epochs'
import { startRewrapping } from './start-rewrapping'

/** Creates the ports of a roll from the stores of a library. */
export const createRollPorts = ({
  stores,
  projectorGroup,
  moveReadModels,
  evictedScopes,
  clock,
  alarm,
}: EpochDependencies): RollPorts => ({
  ring: stores.ring,
  store: stores.keyStore,
  startRewrapping: startRewrapping(stores, evictedScopes),
  elapsed: machineClock.elapsed,
  giveWay: () => setImmediate(),
  alarm,
  catchUpSchedule: pipe(projectorGroup.catchUp, TE.mapLeft(toPortFailed)),
  checkpointKeyStore: checkpointWithRetries({
    checkpointKeyStore: stores.keyStore.checkpointTruncate,
    sleep: (ms) => () => delay(ms),
  }),
  moveReadModels: (epoch) =>
    pipe(
      deriveReadModelKey(stores)(epoch),
      TE.mapLeft(toPortFailed),
      TE.flatMap((key) => pipe(moveReadModels(key), TE.mapLeft(toPortFailed))),
    ),
  today: clock.today,
})

import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Random } from '../../../domain/ports/random'
import type { Day } from '../../../domain/values/day'
import { destroyRetiredEpochs } from '../../../retention/epochs/destroy-retired-epochs'
import { rollEpoch, type EpochRolled, type RollFailed } from '../../../retention/epochs/roll-epoch'
import type { Alarm } from '../../processes/failures/alarm-without-repeats'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { EpochOperations, RingIsNotShared } from '../../processes/running-library/epoch-operations'
import type { createRebuildReadModels } from '../operations/rebuild-read-models'
import { appendTo } from '../retention/create-retention-worker-ports'
import type { RingOwnership } from '../opening/ring-use'
import type { LibraryStores } from '../stores/library-stores'
import { createRollPorts } from './create-roll-ports'

/** What the rolling of epochs is built from. */
export interface EpochDependencies {
  readonly stores: LibraryStores
  readonly projectorGroup: ProjectorGroup
  readonly rebuildReadModels: ReturnType<typeof createRebuildReadModels>
  readonly clock: LibraryClock
  readonly random: Random
  readonly alarm: Alarm
  /** How many days the wrapping key of a retired epoch stays in escrow. */
  readonly escrowDays: number
  readonly ringOwnership: RingOwnership
}

type Roll = EpochOperations['roll']

/** Another data folder has taken the ring: what this one would renew, the other could not read. */
const ringWasTaken: RollFailed = {
  _tag: 'RollFailed',
  reason:
    'another data folder uses the ring now, so this one renews and destroys no wrapping key. Stop this service, or serve this folder with a copy of the ring',
}

const ringIsNotShared: RingIsNotShared = { _tag: 'RingIsNotShared' }

/** Whether an epoch is due: a day was closed since the current one was begun, or a roll was interrupted. */
const isRollDue = ({ stores: { ring, schedule } }: EpochDependencies): boolean => {
  const lastClosed = schedule.lastClosing('circulation', 'day')?.on as Day | undefined
  const begunOn = ring.currentEpochBegunOn()
  const isDayClosed = lastClosed !== undefined && (begunOn === undefined || lastClosed >= begunOn)
  return isDayClosed || ring.epochs().length > 1
}

/** One roll at a time: a second caller gets the outcome of the first. */
const rollOnce = (dependencies: EpochDependencies): Roll => {
  const { stores } = dependencies
  const ports = createRollPorts(dependencies)
  let running: Promise<E.Either<RollFailed, EpochRolled>> | undefined
  const run = async (
    report: (rewrapped: number, total: number) => void,
  ): Promise<E.Either<RollFailed, EpochRolled>> => {
    const counts = await stores.keyStore.count()
    const total = E.isRight(counts) ? counts.right.living : 0
    return rollEpoch(ports, (rewrapped) => report(rewrapped, Math.max(rewrapped, total)))()
  }
  return (report) => async () => {
    running ??= run(report).finally(() => {
      running = undefined
    })
    return running
  }
}

/**
 * Joins the life of the wrapping keys with the stores of a library. Where several processes use the stores, each has a
 * ring of its own, and no epoch is rolled.
 */
export const assembleEpochs = (dependencies: EpochDependencies): EpochOperations => {
  const { stores, clock, alarm, escrowDays, ringOwnership } = dependencies
  if (stores.areShared) return { roll: () => TE.left(ringIsNotShared), maintain: () => Promise.resolve() }
  const whileRingIsOwned = <Err, A>(step: TE.TaskEither<Err, A>): TE.TaskEither<Err | RollFailed, A> =>
    pipe(
      TE.fromIO<boolean, Err | RollFailed>(ringOwnership.isOwned),
      TE.flatMap((isOwned): TE.TaskEither<Err | RollFailed, A> => (isOwned ? step : TE.left(ringWasTaken))),
    )
  const rollOwn = rollOnce(dependencies)
  const roll: Roll = (report) => whileRingIsOwned(rollOwn(report))
  const destroyDue = destroyRetiredEpochs({
    ring: stores.ring,
    appendFirst: (stream, event) => appendTo(dependencies)('circulation', stream, 'none', event),
    today: clock.today,
    escrowDays,
  })
  const alarmIfFailed = (kind: string) =>
    TE.mapLeft(({ reason }: { readonly _tag: string; readonly reason?: string }) => {
      alarm(kind, { reason: reason ?? '' })
    })
  return {
    roll,
    maintain: async () => {
      if (isRollDue(dependencies))
        await pipe(
          roll(() => undefined),
          alarmIfFailed('EpochNotRolled'),
        )()
      await pipe(whileRingIsOwned(destroyDue), alarmIfFailed('RetiredEpochNotDestroyed'))()
    },
  }
}

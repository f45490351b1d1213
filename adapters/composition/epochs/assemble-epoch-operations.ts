import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import {
  destroyEscrowedWrappingKeys,
  hasEpochToDestroy,
  missingEscrowEpochText,
} from '../../../retention/epochs/destroy-escrowed-wrapping-keys'
import { rollEpoch, type EpochRollResult, type RollFailed, type RollWaits } from '../../../retention/epochs/roll-epoch'
import { runIfLeaseIsFree, withLeaseOnce, type HoldsLease } from '../../processes/leases/with-lease'
import type { EpochOperations } from '../../processes/running-library/epoch-operations'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { delay } from '../../system/concurrency/delay'
import { appendEventWithoutSealedParts } from '../retention/create-retention-worker-ports'
import { takeEpochStepInEveryProcess } from './take-epoch-step-in-every-process'
import { createEpochSteps, type EpochSteps } from './create-epoch-steps'
import { createRollPorts } from './create-roll-ports'
import type { EpochDependencies } from './epoch-dependencies'
import { requireLeaseForEpochConfirmation, guardRollStores } from './guard-epoch-roll'
import { createEpochAlarms } from './epoch-alarms'

type Report = (rewrapped: number, total: number) => void

/**
 * The lease under which one process rolls and destroys epochs. It is not that of closing days and erasing, which never
 * wait for a roll. The name is stored.
 */
const leaseName = 'epochs'

/** Another data folder has taken the ring: what this one would renew, the other could not read. */
const ringWasTaken: RollFailed = {
  _tag: 'RollFailed',
  code: 'RingTaken',
  reason:
    'another data folder uses the ring now, so this one renews and destroys no wrapping key. Stop this service, or serve this folder with a copy of the ring',
}

/** Whether an epoch is due: a day was closed since the newest one was begun, or a roll was interrupted. */
const isRollDue = ({ stores: { ring, schedule } }: EpochDependencies): boolean => {
  const lastClosed = schedule.lastClosing('circulation', 'day')?.on as Day | undefined
  const begunOn = ring.currentEpochBegunOn()
  const isDayClosed = lastClosed !== undefined && (begunOn === undefined || lastClosed >= begunOn)
  return isDayClosed || ring.epochs().length > 1
}

/** What keeps epochs from being rolled or destroyed until somebody acts: a text for people; undefined when nothing does. */
const obstacleToRolling = ({ stores: { ring }, ringOwnership }: EpochDependencies): string | undefined =>
  ringOwnership.isOwned() ? missingEscrowEpochText(ring) : ringWasTaken.reason

type RunningRoll = TE.TaskEither<RollFailed | RollWaits, EpochRollResult>
type RollWithReport = (report: (rewrapped: number) => void) => RunningRoll

/** One roll at a time: a second caller gets the outcome of the first. */
const rollOnce = ({ stores }: EpochDependencies) => {
  let running: ReturnType<RunningRoll> | undefined
  const run = async (roll: RollWithReport, report: Report) => {
    const counts = await stores.keyStore.count()
    const total = E.isRight(counts) ? counts.right.living : 0
    return roll((rewrapped) => report(rewrapped, Math.max(rewrapped, total)))()
  }
  return (roll: RollWithReport, report: Report): RunningRoll =>
    () => {
      running ??= run(roll, report).finally(() => {
        running = undefined
      })
      return running
    }
}

const withoutReport: Report = () => undefined

const toRollFailed = (error: RollFailed | RollWaits | StoreUnavailable): RollFailed | RollWaits =>
  error._tag === 'StoreUnavailable' ? { _tag: 'RollFailed', code: error._tag, reason: error.reason } : error

/** The rolling and the destruction of epochs while this process holds the lease. */
const epochsUnderLease = (dependencies: EpochDependencies, { moveReadModels, takeStep }: EpochSteps) => {
  const { stores, clock, escrowDays, stop, ringOwnership } = dependencies
  const whileRingIsOwned = <Err, A>(step: TE.TaskEither<Err, A>): TE.TaskEither<Err | RollFailed, A> =>
    pipe(
      TE.fromIO<boolean, Err | RollFailed>(ringOwnership.isOwned),
      TE.flatMap((isOwned): TE.TaskEither<Err | RollFailed, A> => (isOwned ? step : TE.left(ringWasTaken))),
    )
  const confirm = stores.areShared
    ? takeEpochStepInEveryProcess({
        registry: stores.coordination.processRegistry,
        clock: machineMonotonicClock,
        takeStep,
        stop,
      })
    : () => TE.right(undefined)
  return (holdsLease: HoldsLease) => {
    const guarded = guardRollStores(holdsLease)(stores)
    const everywhere = requireLeaseForEpochConfirmation(holdsLease)(confirm)
    const ports = createRollPorts(
      { ...dependencies, stores: { ...stores, ...guarded } },
      { moveReadModels, confirmEverywhere: everywhere },
    )
    return {
      roll: (report: (rewrapped: number) => void) => whileRingIsOwned(rollEpoch(ports, report)),
      destroyDue: whileRingIsOwned(
        destroyEscrowedWrappingKeys({
          ring: guarded.ring,
          appendFirst: (stream, event) =>
            appendEventWithoutSealedParts(dependencies)('circulation', stream, 'none', event),
          confirmEverywhere: everywhere,
          today: clock.today,
          escrowDays,
        }),
      ),
    }
  }
}

/** Joins the life of the wrapping keys with the stores of a library. Of several processes, one rolls at a time. */
export const assembleEpochOperations = (dependencies: EpochDependencies): EpochOperations => {
  const { stores, clock, escrowDays } = dependencies
  const { leases } = stores.coordination
  const alarmLeaseEndTooFar = (): void => dependencies.alarm('LeaseEndTooFar', { lease: leaseName })
  const steps = createEpochSteps(dependencies)
  const whileHolding = epochsUnderLease(dependencies, steps)
  const once = rollOnce(dependencies)
  const alarms = createEpochAlarms(dependencies)
  const hasWork = (): boolean =>
    isRollDue(dependencies) ||
    obstacleToRolling(dependencies) !== undefined ||
    hasEpochToDestroy({ ring: stores.ring, today: clock.today, escrowDays })
  const maintainWhile = (holdsLease: HoldsLease): TE.TaskEither<Unavailable, void> => {
    const { roll, destroyDue } = whileHolding(holdsLease)
    return pipe(
      // Another process may have rolled since this one read the ring.
      stores.ring.reload,
      TE.chainFirstTaskK(() => async () => {
        if (isRollDue(dependencies)) alarms.afterRoll(await once(roll, withoutReport)())
        alarms.afterDestruction(await destroyDue())
      }),
    )
  }
  return {
    roll: (report) =>
      once(
        (reportRewrapped) =>
          pipe(
            withLeaseOnce(leases, delay, alarmLeaseEndTooFar)(leaseName)((holdsLease) =>
              whileHolding(holdsLease).roll(reportRewrapped),
            ),
            TE.mapLeft(toRollFailed),
          ),
        report,
      ),
    maintain: async () => {
      if (hasWork())
        alarms.afterMaintenance(await runIfLeaseIsFree(leases, alarmLeaseEndTooFar)(leaseName)(maintainWhile)())
    },
    takeRequestedStep: steps.takeRequested,
    waiting: async () => {
      const obstacle = obstacleToRolling(dependencies)
      if (obstacle !== undefined) return { reason: obstacle, isLate: true }
      const reason = await steps.waitsFor()
      const begunOn = stores.ring.currentEpochBegunOn()
      return reason === null ? null : { reason, isLate: begunOn !== undefined && begunOn < clock.today() }
    },
  }
}

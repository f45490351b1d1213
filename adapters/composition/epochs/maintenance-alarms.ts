import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import type { DestroyEpochFailed } from '../../../retention/epochs/destroy-retired-epochs'
import type { RollFailed, RollWaits } from '../../../retention/epochs/roll-epoch'
import type { EpochDependencies } from './epoch-dependencies'

/** What the maintenance of epochs raises alarms about. */
interface MaintenanceAlarms {
  readonly afterRoll: (outcome: E.Either<RollFailed | RollWaits, unknown>) => void
  readonly afterDestruction: (outcome: E.Either<DestroyEpochFailed | RollFailed, unknown>) => void
  /** The maintenance could not begin. */
  readonly afterMaintenance: (outcome: E.Either<{ readonly reason: string }, unknown>) => void
}

/**
 * Raises EpochNotRolled and RetiredEpochNotDestroyed, each once a day for each reason: they are tried again every minute. A
 * process may be away for a while, so waiting for others is an alarm only when it lasts from one day to the next.
 */
export const maintenanceAlarms = ({
  stores: { ring },
  clock,
  alarm,
}: Pick<EpochDependencies, 'stores' | 'clock' | 'alarm'>): MaintenanceAlarms => {
  const alarmedOn = new Map<string, Day>()
  const raiseOnceADay = (kind: string, reason: string): void => {
    const today = clock.today()
    if (alarmedOn.get(`${kind} ${reason}`) === today) return
    alarmedOn.set(`${kind} ${reason}`, today)
    alarm(kind, { reason })
  }
  const raiseWhenLate = (kind: string, since: Day | undefined, reason: string): void => {
    if (since !== undefined && since < clock.today()) raiseOnceADay(kind, reason)
  }
  return {
    afterRoll: (outcome) => {
      if (E.isRight(outcome)) return
      const { _tag, reason } = outcome.left
      if (_tag === 'RollWaits') raiseWhenLate('EpochNotRolled', ring.currentEpochBegunOn(), reason)
      else raiseOnceADay('EpochNotRolled', reason)
    },
    afterDestruction: (outcome) => {
      if (E.isRight(outcome)) return
      const { _tag, reason } = outcome.left
      const since = ring.retiredEpochs().find(({ destroyedOn }) => destroyedOn !== undefined)?.destroyedOn
      if (_tag === 'DestroyEpochWaits') raiseWhenLate('RetiredEpochNotDestroyed', since, reason)
      else raiseOnceADay('RetiredEpochNotDestroyed', reason)
    },
    afterMaintenance: (outcome) => {
      if (E.isLeft(outcome)) raiseOnceADay('EpochNotRolled', outcome.left.reason)
    },
  }
}

import * as E from 'fp-ts/Either'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Day } from '../../../domain/values/day'
import type { DestroyEpochFailed } from '../../../retention/epochs/destroy-escrowed-wrapping-keys'
import type { RollFailed, RollWaits } from '../../../retention/epochs/roll-epoch'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'

/** What the maintenance of epochs raises alarms about. */
interface EpochAlarms {
  readonly afterRoll: (outcome: E.Either<RollFailed | RollWaits, unknown>) => void
  readonly afterDestruction: (outcome: E.Either<DestroyEpochFailed | RollFailed, unknown>) => void
  /** The maintenance could not begin. */
  readonly afterMaintenance: (outcome: E.Either<{ readonly _tag: string; readonly reason: string }, unknown>) => void
}

/** What the alarms need. */
interface AlarmDependencies {
  readonly stores: { readonly ring: Pick<KekRing, 'currentEpochBegunOn' | 'retiredEpochs'> }
  readonly clock: Pick<LibraryClock, 'today'>
  readonly alarm: AlarmReporter
}

/** What failed. The code stays the same while the figures of the reason change. */
type Failure = Pick<RollFailed, 'code' | 'reason'>

/**
 * Raises EpochNotRolled and RetiredEpochNotDestroyed, each once a day for each code: they are tried again every minute. A
 * process may be away for a while, so waiting for others is an alarm only when it lasts from one day to the next.
 */
export const createEpochAlarms = ({ stores: { ring }, clock, alarm }: AlarmDependencies): EpochAlarms => {
  const alarmedToday = new Set<string>()
  let day: Day | undefined
  const raiseOnceADay = (kind: string, { code, reason }: Failure): void => {
    const today = clock.today()
    if (day !== today) alarmedToday.clear()
    day = today
    const key = `${kind} ${code}`
    if (alarmedToday.has(key)) return
    alarmedToday.add(key)
    alarm(kind, { reason })
  }
  const raiseWhenLate = (kind: string, since: Day | undefined, failure: Failure): void => {
    if (since !== undefined && since < clock.today()) raiseOnceADay(kind, failure)
  }
  return {
    afterRoll: (outcome) => {
      if (E.isRight(outcome)) return
      const failure = outcome.left
      if (failure._tag === 'RollWaits') raiseWhenLate('EpochNotRolled', ring.currentEpochBegunOn(), failure)
      else raiseOnceADay('EpochNotRolled', failure)
    },
    afterDestruction: (outcome) => {
      if (E.isRight(outcome)) return
      const failure = outcome.left
      const since = ring.retiredEpochs().find(({ destroyedOn }) => destroyedOn !== undefined)?.destroyedOn
      if (failure._tag === 'DestroyEpochWaits') raiseWhenLate('RetiredEpochNotDestroyed', since, failure)
      else raiseOnceADay('RetiredEpochNotDestroyed', failure)
    },
    afterMaintenance: (outcome) => {
      if (E.isRight(outcome)) return
      const { _tag: code, reason } = outcome.left
      raiseOnceADay('EpochNotRolled', { code, reason })
    },
  }
}

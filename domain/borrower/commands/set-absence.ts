import { either as E } from 'fp-ts'
import { isAbsentOn, type AbsencePeriod } from '../../policy/absence-period'
import type { Day } from '../../values/day'
import type { AbsenceId, BorrowerId } from '../../values/ids'
import { refuseBorrowerCommand } from '../borrower-refusal'
import type { CurrentAbsence } from '../borrower-state'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { AbsenceChanged } from '../events/absence-changed'
import { AbsenceSet } from '../events/absence-set'

/** Sets the absence period (fraværsperiode) of a borrower, in place of an earlier one. */
export interface SetAbsence {
  readonly type: 'SetAbsence'
  readonly borrower: BorrowerId
  readonly absence: AbsenceId
  /** The first day; null from today on, or as before in a period that runs. */
  readonly from: Day | null
  /** The last day; null until the period is removed. */
  readonly until: Day | null
  readonly today: Day
}

/** The period in which the borrower is absent today. */
const runningPeriodOn =
  (today: Day) =>
  (current: CurrentAbsence | null): AbsencePeriod | undefined => {
    if (current === null || current.period._tag === 'Erased') return undefined
    const { value: period } = current.period
    return isAbsentOn(today)(period) ? period : undefined
  }

const isUnchanged =
  ({ from, until }: AbsencePeriod) =>
  (current: CurrentAbsence): boolean =>
    current.period._tag === 'Plain' && current.period.value.from === from && current.period.value.until === until

const changeTo =
  ({ borrower, absence }: SetAbsence, period: AbsencePeriod) =>
  (current: CurrentAbsence | null): ReturnType<DecideFromState> => {
    if (current === null) return E.right([AbsenceSet({ borrower, absence }, { absence: period })])
    return isUnchanged(period)(current)
      ? acceptedWithoutChange
      : E.right([AbsenceChanged({ borrower, absence, replaces: current.absence }, { absence: period })])
  }

/**
 * "Works forwards only": neither the first nor the last day lies before today; a period that runs keeps its first day. The
 * same period again is no event. Refused: `BorrowerIsUnknown`, `AbsenceBeginsInPast`, `AbsenceEndsInPast`,
 * `AbsenceEndsBeforeItBegins`.
 */
export const decideSetAbsence = (command: SetAbsence): DecideFromState =>
  decideWhenRegistered(({ absence: current }) => {
    const { today, until } = command
    const running = runningPeriodOn(today)(current)
    const from = command.from ?? running?.from ?? today
    if (from < today && from !== running?.from) return refuseBorrowerCommand('AbsenceBeginsInPast')
    if (until !== null && until < today) return refuseBorrowerCommand('AbsenceEndsInPast')
    if (until !== null && until < from) return refuseBorrowerCommand('AbsenceEndsBeforeItBegins')
    return changeTo(command, { from, until })(current)
  })

import { addDays } from '../../../domain/values/day'
import type { AbsenceId, HistoryId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { endOfMonth, endOfNextMonth } from '../ground-truth/end-days'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { endScope } from '../ground-truth/scopes'
import { todayIn, type SimulatedYear } from '../simulated-year'
import { change } from './change-borrower'

/** The borrower is absent from today on, for up to a month, or until the period is removed. */
export const setAbsence = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const today = todayIn(year)
  const until = year.random.withProbability(0.2) ? null : addDays(year.random.below(30))(today)
  const [event] = await change(year, 'absence set', borrower, ({ idFor }) => ({
    ...{ type: 'SetAbsence', borrower: borrower.id, absence: idFor('absence') as AbsenceId, from: null, until, today },
  }))
  if (event?.type !== 'AbsenceSet' && event?.type !== 'AbsenceChanged') return
  if (borrower.absence !== null) endScope(year.groundTruth, borrower.absence.scope, endOfNextMonth(today))
  const { absence } = event.sealed
  if (absence._tag === 'Plain') borrower.absence = { scope: event.open.absence, period: absence.value }
}

export const removeAbsence = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  if (borrower.absence === null) return
  const command = { type: 'RemoveAbsence', borrower: borrower.id } as const
  const removed = await change(year, 'absence removed', borrower, () => command)
  if (removed.length === 0) return
  endScope(year.groundTruth, borrower.absence.scope, endOfNextMonth(todayIn(year)))
  borrower.absence = null
}

export const consentToHistory = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const givenIn = monthOf(todayIn(year))
  const [event] = await change(year, 'history consented', borrower, ({ idFor }) => ({
    ...{ type: 'GiveHistoryConsent', borrower: borrower.id, history: idFor('history') as HistoryId },
    ...{ givenIn, givenBy: 'borrower' },
  }))
  if (event?.type === 'HistoryConsentGiven') borrower.history = { scope: event.open.history, givenIn }
}

/** "Deleted at the end of the month in which the consent is withdrawn." */
export const withdrawConsent = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  if (borrower.history === null) return
  const command = { type: 'WithdrawHistoryConsent', borrower: borrower.id } as const
  const withdrawn = await change(year, 'history consent withdrawn', borrower, () => command)
  if (withdrawn.length === 0) return
  endScope(year.groundTruth, borrower.history.scope, endOfMonth(todayIn(year)))
  borrower.history = null
}

import fc from 'fast-check'
import type { DomainEvent } from '../../../domain/event/domain-event'
import type { LogName } from '../../../domain/event/stream'
import type { Day } from '../../../domain/values/day'
import { calendarSteps, addDayOpened, addMonthOpened } from './calendar-steps'
import { copySteps } from './copy-steps'
import { feeSteps } from './fee-steps'
import { holdSteps } from './hold-steps'
import { loanSteps } from './loan-steps'
import { accessSteps } from './access-steps'
import { messageSteps } from './message-steps'
import { videoSteps } from './video-steps'
import { noticeSteps } from './notice-steps'
import { offlineSteps } from './offline-steps'
import { borrowerSteps } from './borrower-steps'
import { guardianSteps } from './guardian-steps'
import { recordSteps, registrationSteps } from './registration-steps'
import { websiteSteps } from './website-steps'
import { reservationSteps } from './reservation-steps'
import type { ChooseRandomItem, HistoryScope, HistoryStep, HistoryState } from './history-state'

/** The events of a library in both logs, and the scopes that can be erased. */
export interface History {
  readonly circulation: ReadonlyArray<DomainEvent>
  readonly persons: ReadonlyArray<DomainEvent>
  readonly scopes: ReadonlyArray<HistoryScope>
  /** The day on which each event of a log happened. */
  readonly days: Readonly<Record<LogName, ReadonlyArray<Day>>>
}

const steps: ReadonlyArray<HistoryStep> = [
  ...copySteps,
  ...registrationSteps,
  ...recordSteps,
  ...borrowerSteps,
  ...guardianSteps,
  ...loanSteps,
  ...reservationSteps,
  ...feeSteps,
  ...calendarSteps,
  ...offlineSteps,
  ...holdSteps,
  ...messageSteps,
  ...accessSteps,
  ...noticeSteps,
  ...videoSteps,
  ...websiteSteps,
]

const emptyHistory = (): HistoryState => ({
  day: '2026-01-10' as Day,
  next: 0,
  circulation: [],
  persons: [],
  scopes: [],
  borrowers: [],
  copies: [],
  reservations: [],
  fees: [],
  paidFees: [],
  statistics: undefined,
})

interface DrawnStep {
  readonly step: number
  readonly choices: ReadonlyArray<number>
}

const chooserFrom = (choices: ReadonlyArray<number>): ChooseRandomItem => {
  let at = 0
  return (items) => {
    const choice = choices[at % choices.length] ?? 0
    at += 1
    return items[choice % Math.max(items.length, 1)]
  }
}

const noteDays = ({ circulation, persons, day }: HistoryState, days: Record<LogName, Day[]>): void => {
  while (days.circulation.length < circulation.length) days.circulation.push(day)
  while (days.persons.length < persons.length) days.persons.push(day)
}

const runSteps = (story: ReadonlyArray<DrawnStep>): History => {
  const history = emptyHistory()
  const days: Record<LogName, Day[]> = { circulation: [], persons: [] }
  addDayOpened(history)
  addMonthOpened(history)
  for (const step of [...copySteps.slice(0, 2), ...registrationSteps]) step(history, chooserFrom([history.next]))
  noteDays(history, days)
  for (const { step, choices } of story) {
    steps[step]?.(history, chooserFrom(choices))
    noteDays(history, days)
  }
  return { ...history, days }
}

const arbitraryStep: fc.Arbitrary<DrawnStep> = fc.record({
  step: fc.nat(steps.length - 1),
  choices: fc.array(fc.nat(59), { minLength: 7, maxLength: 7 }),
})

/** Well-formed histories of up to `maximumSteps` steps, with several copies, titles, borrowers, fees and months. */
export const arbitraryHistory = (maximumSteps = 80): fc.Arbitrary<History> =>
  fc.array(arbitraryStep, { maxLength: maximumSteps, size: 'max' }).map(runSteps)

import type { StoredLogEvent } from '../../../forensic/stored-events'

/**
 * The day on which a scope is due, computed from open parts and the promises alone, without keys and without the code of
 * the retention service. A scope is due with the closing of the day `on`; one that ends with a month is due on its last day.
 */
export interface ScopeDue {
  readonly scope: string
  readonly on: string
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const addDaysTo = (day: string, days: number): string => iso(new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000))

/** The last day of a month, `YYYY-MM`, so many years later. */
const endOf = (month: string, years = 0): string =>
  iso(new Date(Date.UTC(Number(month.slice(0, 4)) + years, Number(month.slice(5, 7)), 0)))

const endOfNext = (month: string): string => endOf(addDaysTo(endOf(month), 1).slice(0, 7))

/** "Inactive for two years", counted from the end of the half-year. */
const twoYearsAfter = (half: 'first' | 'second', year: string): string =>
  endOf(`${year}-${half === 'first' ? '06' : '12'}`, 2)

type Open = Readonly<Record<string, string>>
type Rule = (open: Open, recorded: string) => ReadonlyArray<ScopeDue>

const thirtyDaysAfter =
  (scope: string, day: string): Rule =>
  (open) => [{ scope: open[scope]!, on: addDaysTo(open[day]!, 30) }]

const onRecordedDay =
  (scope: string): Rule =>
  (open, recorded) => [{ scope: open[scope]!, on: recorded }]

/** The due days of scopes by event type. A later event replaces the due day of an earlier one. */
const rules: Readonly<Record<string, Rule>> = {
  LoanReturned: thirtyDaysAfter('loan', 'returnedOn'),
  LoanUndone: thirtyDaysAfter('loan', 'undoneOn'),
  CopyBilledAsLost: thirtyDaysAfter('loan', 'billedOn'),
  FeeSettled: thirtyDaysAfter('fee', 'settledOn'),
  ReimbursementGranted: (open) => [{ scope: open['fee']!, on: open['latestEnd']! }],
  UnlentReturnRecorded: (open, recorded) => [{ scope: open['unmatched']!, on: addDaysTo(recorded, 30) }],
  PaymentMade: (open) => [{ scope: open['payment']!, on: open['latestEnd']! }],
  PaymentCompleted: thirtyDaysAfter('payment', 'completedOn'),
  DayOpened: (open) => [{ scope: open['idempotency']!, on: addDaysTo(open['day']!, 14) }],
  MonthOpened: (open) => [{ scope: open['statistics']!, on: endOf(open['month']!) }],
  NoticeMade: (open) => [{ scope: open['notice']!, on: endOfNext(open['madeIn']!) }],
  MessagesCounted: (open) => [{ scope: open['messageCount']!, on: endOf(open['month']!, 1) }],
  ImportFinished: onRecordedDay('import'),
  BorrowerRegistered: ({ borrower, identity, preference, contact, card, registeredIn }) =>
    [borrower!, identity!, preference!, contact!, card!].map((scope) => ({
      scope,
      on: twoYearsAfter(registeredIn!.slice(5) <= '06' ? 'first' : 'second', registeredIn!.slice(0, 4)),
    })),
}

/** The due days that an event sets. Scopes under a borrower are due with the borrower. */
export const scopesDueAfter =
  (scopesOfBorrower: ReadonlyMap<string, ReadonlyArray<string>>) =>
  ({ type, openPart: opened, recorded }: StoredLogEvent): ReadonlyArray<ScopeDue> => {
    if (type !== 'BorrowerSeen') return rules[type]?.(opened as Open, recorded) ?? []
    const { borrower, halfYear } = opened as Open
    const on = twoYearsAfter(halfYear!.endsWith('H1') ? 'first' : 'second', halfYear!.slice(0, 4))
    return (scopesOfBorrower.get(borrower!) ?? []).map((scope) => ({ scope, on }))
  }

const scopeMembers: Readonly<Record<string, ReadonlyArray<string>>> = {
  LoanStarted: ['loan'],
  FeeLevied: ['fee'],
  ReimbursementGranted: ['fee'],
  UnlentReturnRecorded: ['unmatched'],
  PaymentMade: ['payment'],
  DayOpened: ['idempotency'],
  MonthOpened: ['statistics'],
  ImportStarted: ['import'],
  NoticeMade: ['notice'],
  MessagesCounted: ['messageCount'],
  BorrowerRegistered: ['borrower', 'identity', 'preference', 'contact', 'card'],
}

/** The scopes that an event names first. */
export const scopesNamedBy = ({ type, openPart: opened }: StoredLogEvent): ReadonlyArray<string> =>
  (scopeMembers[type] ?? []).map((member) => opened[member] as string)

import type { Stored } from '../../../forensic/stored'

/**
 * When everything in the two logs must be forgotten, computed from open parts and the words of the promises alone: no
 * key, and nothing of the worker, its schedule or its table of classes. All days are those with whose closing a scope
 * is due; what ends with a month is due with the month's last day.
 */
export interface Due {
  readonly scope: string
  readonly on: string
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const later = (day: string, days: number): string => iso(new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000))

/** The last day of a month, `YYYY-MM`, so many years later. */
const endOf = (month: string, years = 0): string =>
  iso(new Date(Date.UTC(Number(month.slice(0, 4)) + years, Number(month.slice(5, 7)), 0)))

/** "Inactive for two years", counted from the end of the half-year. */
const twoYearsAfter = (half: 'first' | 'second', year: string): string =>
  endOf(`${year}-${half === 'first' ? '06' : '12'}`, 2)

type Open = Readonly<Record<string, string>>
type Rule = (open: Open, recorded: string) => ReadonlyArray<Due>

const thirtyDaysAfter =
  (scope: string, day: string): Rule =>
  (open) => [{ scope: open[scope]!, on: later(open[day]!, 30) }]

const atOnce =
  (scope: string): Rule =>
  (open, recorded) => [{ scope: open[scope]!, on: recorded }]

/** A later event moves what an earlier one has said of the same scope. */
const rules: Readonly<Record<string, Rule>> = {
  LoanReturned: thirtyDaysAfter('loan', 'returnedOn'),
  LoanUndone: thirtyDaysAfter('loan', 'undoneOn'),
  CopyBilledAsLost: thirtyDaysAfter('loan', 'billedOn'),
  FeeSettled: thirtyDaysAfter('fee', 'settledOn'),
  PaymentMade: (open) => [{ scope: open['payment']!, on: open['latestEnd']! }],
  PaymentCompleted: thirtyDaysAfter('payment', 'completedOn'),
  DayOpened: (open) => [{ scope: open['idempotency']!, on: later(open['day']!, 14) }],
  MonthOpened: (open) => [{ scope: open['statistics']!, on: endOf(open['month']!) }],
  ImportFinished: atOnce('import'),
  BorrowerRegistered: ({ borrower, contact, card, registeredIn }) =>
    [borrower!, contact!, card!].map((scope) => ({
      scope,
      on: twoYearsAfter(registeredIn!.slice(5) <= '06' ? 'first' : 'second', registeredIn!.slice(0, 4)),
    })),
}

/** What one event says of when scopes are due. What lives with a borrower is due with the borrower. */
export const dueBy =
  (living: ReadonlyMap<string, ReadonlyArray<string>>) =>
  ({ type, opened, recorded }: Stored): ReadonlyArray<Due> => {
    if (type !== 'BorrowerSeen') return rules[type]?.(opened as Open, recorded) ?? []
    const { borrower, halfYear } = opened as Open
    const on = twoYearsAfter(halfYear!.endsWith('H1') ? 'first' : 'second', halfYear!.slice(0, 4))
    return (living.get(borrower!) ?? []).map((scope) => ({ scope, on }))
  }

const named: Readonly<Record<string, ReadonlyArray<string>>> = {
  LoanStarted: ['loan'],
  FeeLevied: ['fee'],
  PaymentMade: ['payment'],
  DayOpened: ['idempotency'],
  MonthOpened: ['statistics'],
  ImportStarted: ['import'],
  BorrowerRegistered: ['borrower', 'contact', 'card'],
}

/** The scopes that an event is the first to name. */
export const namedBy = ({ type, opened }: Stored): ReadonlyArray<string> =>
  (named[type] ?? []).map((member) => opened[member] as string)

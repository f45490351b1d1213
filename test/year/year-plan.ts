import type { Day } from '../../domain/values/day'

/** How large the library of a simulated year is, and how much happens there. */
export interface YearPlan {
  /** Borrowers who are registered on the first day, children among them. */
  readonly borrowers: number
  /** How many of them are under 18 and have a guardian. */
  readonly children: number
  readonly titles: number
  /** How often staff go through what they may have to do on an open day. */
  readonly roundsOfStaff: number
  /** Visits of an open day, on average. */
  readonly visits: number
  readonly startOn: Day
  readonly days: number
  /** The checks that read everything are made after each so many days, and after the last one. */
  readonly daysBetweenWholeChecks: number
  /** What must have happened at least so often, by kind. */
  readonly least: Readonly<Record<string, number>>
}

/**
 * What the short form must do, each of it at least so often. Whatever the seed, it does so: here stands only what happens
 * a dozen times or more on average, with a number far below that.
 */
const leastOfShortForm = {
  ...{ lent: 400, returned: 250, renewed: 3, reserved: 20, 'picked up': 2, 'reserved in parallel': 3 },
  ...{ 'reservation cancelled': 5, 'reservation changed': 5, 'in transit': 10 },
  ...{ 'guardian registered': 12, 'guardian contact corrected': 1 },
  ...{ 'contact changed': 5, 'identity corrected': 3, 'preferences changed': 3, 'PIN changed': 3 },
  ...{ 'card replaced': 3, blocked: 1, 'block lifted': 2, 'notes changed': 4, 'absence set': 4 },
  ...{ 'history consented': 2, 'erased on request': 2 },
  ...{ 'lent offline': 3, 'returned offline': 3, 'unmatched act': 1 },
  ...{ 'mail sent': 20, 'message dueSoon': 10, 'message readyForPickUp': 5, 'message recall': 3 },
  ...{ 'log-in locked': 1, 'own data read': 10, 'record opened': 3, 'night without mail server': 3 },
}

/** What the whole year must do, beside all that the short form does: each of it at least so often, whatever the seed. */
const leastOfYear = {
  ...leastOfShortForm,
  ...{
    lent: 20_000,
    'refusal overridden': 10,
    returned: 18_000,
    'returned late': 500,
    renewed: 500,
    undone: 50,
    reserved: 1_000,
  },
  ...{ 'picked up': 200, 'reservation expired': 20, 'pick-up expired': 20, 'ready copy sent on': 1 },
  ...{ 'reserved in parallel': 60, 'parallel reservation ended': 3, 'volume reserved': 60 },
  ...{ 'reservation made anew': 3, 'copy missing': 2, 'due day moved': 50, 'pick-up deadline moved': 2 },
  ...{ paid: 300, 'paid by payment service': 10, billed: 50, 'lost copy found': 10 },
  ...{ 'fee reduced': 10, 'fee written off': 10, 'fee cancelled': 10, 'write-off reduced': 2 },
  ...{ 'fee reimbursed': 10, 'reimbursement paid out': 5, 'claimed returned': 30, 'claim written off': 1 },
  ...{ 'collection notice requested': 20, 'passed on for collection': 5, 'recalled from collection': 1 },
  ...{ 'guardian replaced': 10, 'guardian removed': 3, 'guardianship ended at 18': 3 },
  ...{ 'card stolen': 5, 'absence removed': 10, 'absence over': 15, 'history consent withdrawn': 5 },
  ...{ 'hold set': 10, 'hold released': 1, 'hold prolonged': 1, lapsed: 5, 'erased on request': 20 },
  ...{ 'renewed offline': 3, 'case resolved': 3, 'record opened': 40, 'own data read': 60, 'log-in locked': 3 },
  ...{ moved: 15, renamed: 15, 'protected by the register, or no longer': 15 },
  ...{ died: 3, 'reservation of deceased ended': 1 },
  ...{ 'mail sent': 2_000, 'mail in outbox': 100, 'letter printed': 20, 'message fee': 200 },
  ...{
    'message bill': 50,
    'message payment': 200,
    'message reservationRunningOut': 10,
    'message collectionNotice': 20,
  },
  ...{ 'handed over to Digital Post': 50, 'exempt from Digital Post': 3 },
}

/** Two months of a small library: part of the usual tests. */
export const shortPlan: YearPlan = {
  ...{ borrowers: 100, children: 12, titles: 200, visits: 6, roundsOfStaff: 2 },
  ...{ startOn: '2026-04-20' as Day, days: 60, daysBetweenWholeChecks: 20, least: leastOfShortForm },
}

/**
 * A year of 1,000 borrowers. It begins in the last days of a half-year: whoever registers then and never comes is inactive
 * when the year ends, in a library that erases after one year.
 */
export const wholePlan: YearPlan = {
  ...{ borrowers: 1_000, children: 120, titles: 2_500, visits: 27, roundsOfStaff: 1 },
  ...{ startOn: '2025-12-29' as Day, days: 368, daysBetweenWholeChecks: 184, least: leastOfYear },
}

/** Three months of a small library: long enough that something of every kind has gone. */
export const planOfInjectedFaults: YearPlan = { ...shortPlan, visits: 7, roundsOfStaff: 3, days: 75, least: {} }

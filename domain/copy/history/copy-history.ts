import { makePlain, type PlainOrErased } from '../../event/plain-or-erased'
import type { EventWithMetadata } from '../../event/domain-event'
import type { AgeClass } from '../../policy/age-class'
import type { BorrowerGroup } from '../../policy/borrower-group'
import type { Day } from '../../values/day'
import type { BorrowerId, BranchId, LoanId } from '../../values/ids'
import { lastInstantOfDay, type Instant } from '../../values/instant'
import type { CopyEvent } from '../copy-event'
import { continuedLoanOfText, type ContinuedLoan } from '../continued-loan'
import type { LoanEndCorrected } from '../events/loan-end-corrected'
import type { LoanRenewed } from '../events/loan-renewed'
import type { LoanReturned } from '../events/loan-returned'
import type { LoanStarted } from '../events/loan-started'
import type { PastLoanRecorded } from '../events/past-loan-recorded'
import type { RenewalConflictRecorded } from '../events/renewal-conflict-recorded'
import { applyByEventType } from './apply-by-copy-event-type'
import { addDatedChange, type DatedCopyChange } from './dated-copy-changes'
import { addTimelineEntry, type TimelineEntry } from './loan-ends-of-timeline'
import { instantOfLoanEnd, timelineEntryOfCopyEvent } from './timeline-entry-of-copy-event'

/** The personal part of a loan, running or ended. */
export interface PersonalPartOfLoanInHistory {
  readonly borrower: BorrowerId
  /** The first due day, before any renewal. */
  readonly dueOn: Day
  readonly borrowerGroup: BorrowerGroup
  readonly ageClass: AgeClass
  readonly name: string
}

/** A loan of a copy, as the log has it. */
export interface LoanInCopyHistory {
  readonly loan: LoanId
  readonly branch: BranchId
  /** The day of lending, of the first loan when it continues others. */
  readonly lentOn: Day
  /** How often the loans that it continues were renewed. */
  readonly renewalsBefore: number
  readonly details: PlainOrErased<PersonalPartOfLoanInHistory>
  /** The renewals that count: none after the end of the loan. */
  readonly renewedAt: ReadonlyArray<Instant>
  /** When the log has it end; undefined while it runs. */
  readonly end: LoanEnd | undefined
  /** What its open cases say that it was against; empty when there is none. */
  readonly openCases: ReadonlyArray<string>
}

interface LoanEnd {
  readonly at: Instant
  readonly on: Day
  /** A return or a bill owes the fee for lateness. A claimed return owes none. */
  readonly owesFeeIfLate: boolean
}

/** What happened to a copy lately, in the order of the log. */
export interface CopyHistory {
  readonly loans: ReadonlyArray<LoanInCopyHistory>
  readonly timeline: ReadonlyArray<TimelineEntry>
  /** What the library did with the copy, without a moment. */
  readonly datedChanges: ReadonlyArray<DatedCopyChange>
}

type HistoryChange = (history: CopyHistory) => CopyHistory

export const emptyCopyHistory: CopyHistory = { loans: [], timeline: [], datedChanges: [] }

const detailsOf = ({
  sealed: { loan },
}: LoanStarted | PastLoanRecorded): PlainOrErased<PersonalPartOfLoanInHistory> => {
  if (loan._tag === 'Erased') return loan
  const { borrower, dueOn, borrowerGroup, ageClass, name } = loan.value
  return makePlain({ borrower, dueOn, borrowerGroup, ageClass, name })
}

/** What a loan continues; null when it continues none, or is forgotten. */
const continuedLoanOf = (event: LoanStarted | PastLoanRecorded): ContinuedLoan | null =>
  event.type === 'LoanStarted' && event.sealed.loan._tag === 'Plain'
    ? continuedLoanOfText(event.sealed.loan.value.continues)
    : null

const changeLoan =
  (loan: LoanId, change: (loan: LoanInCopyHistory) => LoanInCopyHistory) =>
  (history: CopyHistory): CopyHistory => ({
    ...history,
    loans: history.loans.map((one) => (one.loan === loan ? change(one) : one)),
  })

const endLoan = (loan: LoanId, end: LoanEnd) =>
  changeLoan(loan, (one) => ({
    ...one,
    renewedAt: one.renewedAt.filter((renewal) => renewal <= end.at),
    end,
  }))

const endClaimedLoan = (loan: LoanId, on: Day) => endLoan(loan, { at: lastInstantOfDay(on), on, owesFeeIfLate: false })

const withoutLoan =
  (loan: LoanId) =>
  ({ loans, timeline, ...history }: CopyHistory): CopyHistory => ({
    ...history,
    loans: loans.filter((one) => one.loan !== loan),
    timeline: timeline.filter((entry) => entry.type === 'returned' || entry.loan !== loan),
  })

const addLoan =
  (event: LoanStarted | PastLoanRecorded) =>
  (history: CopyHistory): CopyHistory => {
    const { loan, branch, lentOn } = event.open
    const part = event.sealed.loan
    const openCases = part._tag === 'Erased' ? [] : part.value.against
    const continued = continuedLoanOf(event)
    const added = {
      ...{ loan, branch, lentOn: continued?.lentOn ?? lentOn, renewalsBefore: continued?.renewals ?? 0 },
      ...{ details: detailsOf(event), renewedAt: [], end: undefined, openCases },
    }
    return { ...history, loans: [...history.loans, added] }
  }

const renewLoan = ({ open: { loan }, sealed: { loan: part } }: LoanRenewed): HistoryChange =>
  part._tag === 'Erased'
    ? (history) => history
    : changeLoan(loan, (one) => ({ ...one, renewedAt: [...one.renewedAt, part.value.renewedAt] }))

const returnLoan = (event: LoanReturned | LoanEndCorrected | PastLoanRecorded): HistoryChange =>
  endLoan(event.open.loan, { at: instantOfLoanEnd(event), on: event.open.returnedOn, owesFeeIfLate: true })

const openCase = (loan: LoanId, against: ReadonlyArray<string>) =>
  changeLoan(loan, (one) => ({ ...one, openCases: [...one.openCases, ...against] }))

const openCaseOfRenewal = ({ open: { loan }, sealed: { loan: part } }: RenewalConflictRecorded): HistoryChange =>
  openCase(loan, part._tag === 'Erased' ? [] : part.value.against)

/** Whether the log counted a loan as late until its end was corrected: it is a case for staff. */
export const wasCountedAsLateBeforeCorrection = ({ sealed: { loan } }: LoanEndCorrected): boolean =>
  loan._tag === 'Plain' && loan.value.previouslyEndedOn > loan.value.dueOn

const correctEnd = (event: LoanEndCorrected): HistoryChange => {
  const against = wasCountedAsLateBeforeCorrection(event) ? ['countedAsLate'] : []
  return (history) => openCase(event.open.loan, against)(returnLoan(event)(history))
}

const changeOf = applyByEventType<HistoryChange>({
  LoanStarted: addLoan,
  PastLoanRecorded: (event) => (history) => returnLoan(event)(addLoan(event)(history)),
  LoanReturned: returnLoan,
  LoanEndCorrected: correctEnd,
  CopyBilledAsLost: ({ open: { loan, billedOn } }) =>
    endLoan(loan, { at: lastInstantOfDay(billedOn), on: billedOn, owesFeeIfLate: true }),
  ClaimedCopyFound: ({ open: { loan, returnedOn } }) => endClaimedLoan(loan, returnedOn),
  ClaimedLoanWrittenOff: ({ open: { loan, writtenOffOn } }) => endClaimedLoan(loan, writtenOffOn),
  LoanUndone: ({ open: { loan } }) => withoutLoan(loan),
  LoanRenewed: renewLoan,
  RenewalConflictRecorded: openCaseOfRenewal,
  LoanCaseResolved: ({ open: { loan } }) => changeLoan(loan, (one) => ({ ...one, openCases: [] })),
})

/** Whether a loan began while the log had another one run, or had the copy lost with it. */
const isAgainstEarlierLoan = (event: CopyEvent): boolean =>
  (event.type === 'LoanStarted' || event.type === 'PastLoanRecorded') &&
  event.sealed.loan._tag === 'Plain' &&
  event.sealed.loan.value.against.some((conflict) => conflict === 'copyOnLoan' || conflict === 'copyLost')

const addToTimeline =
  (event: CopyEvent) =>
  (timeline: CopyHistory['timeline']): CopyHistory['timeline'] => {
    const entry = timelineEntryOfCopyEvent(event)
    return entry === undefined ? timeline : addTimelineEntry(timeline, entry, isAgainstEarlierLoan(event))
  }

/** The history after an event. */
export const addToCopyHistory = (history: CopyHistory, event: EventWithMetadata<CopyEvent>): CopyHistory => {
  const withEntry = {
    ...history,
    timeline: addToTimeline(event)(history.timeline),
    datedChanges: addDatedChange(event, event.metadata.recorded as Day)(history.datedChanges),
  }
  return changeOf(event)?.(withEntry) ?? withEntry
}

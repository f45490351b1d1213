import type { Instant } from '../../values/instant'
import { lastInstantOfDay, lowerBoundOfDay } from '../../values/instant'
import type { CopyEvent } from '../copy-event'
import type { LoanEndCorrected } from '../events/loan-end-corrected'
import type { LoanReturned } from '../events/loan-returned'
import type { LoanStarted } from '../events/loan-started'
import type { PastLoanRecorded } from '../events/past-loan-recorded'
import type { UnlentReturnRecorded } from '../events/unlent-return-recorded'
import { applyByEventType } from './apply-by-copy-event-type'
import type { TimelineEntry } from './loan-ends-of-timeline'

/** When a loan ended. The moment of an erased part is taken to be the end of its day. */
export const instantOfLoanEnd = ({
  open: { returnedOn },
  sealed: { loan },
}: LoanReturned | LoanEndCorrected | PastLoanRecorded): Instant =>
  loan._tag === 'Plain' ? loan.value.returnedAt : lastInstantOfDay(returnedOn)

const entryOfLoan = ({ open: { loan, branch, lentOn }, sealed }: LoanStarted | PastLoanRecorded): TimelineEntry => ({
  type: 'lent',
  at: sealed.loan._tag === 'Plain' ? sealed.loan.value.lentAt : lowerBoundOfDay(lentOn),
  branch,
  loan,
})

const entryOfReturn = (event: LoanReturned | LoanEndCorrected): TimelineEntry => ({
  type: 'returned',
  at: instantOfLoanEnd(event),
  branch: event.open.branch,
  ended: event.open.loan,
})

const entryOfUnlentReturn = ({ sealed: { unmatched } }: UnlentReturnRecorded): TimelineEntry | undefined =>
  unmatched._tag === 'Erased'
    ? undefined
    : { type: 'returned', at: unmatched.value.returnedAt, branch: unmatched.value.branch }

/** The lending or the return that an event tells of, if any. */
export const timelineEntryOfCopyEvent: (event: CopyEvent) => TimelineEntry | undefined = applyByEventType<
  TimelineEntry | undefined
>({
  LoanStarted: entryOfLoan,
  PastLoanRecorded: entryOfLoan,
  LoanReturned: entryOfReturn,
  LoanEndCorrected: entryOfReturn,
  ClaimedCopyFound: ({ open: { returnedOn, branch } }) => ({
    type: 'returned',
    at: lastInstantOfDay(returnedOn),
    branch,
  }),
  UnlentReturnRecorded: entryOfUnlentReturn,
})

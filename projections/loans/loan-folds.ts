import { continuedLoanOfText } from '../../domain/copy/continued-loan'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, LoanId } from '../../domain/values/ids'
import { dayOf, type Instant } from '../../domain/values/instant'
import { monthOf } from '../../domain/values/month'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import { lateRenewalsTable, loansTable, undoneLoansTable } from './loans-table'

interface Renewal {
  readonly borrower: BorrowerId
  readonly previouslyDueOn: Day
  readonly renewedAt: Instant
}

const putLateRenewal = (loan: LoanId, renewal: Renewal): ReadonlyArray<RowChange> => {
  const { borrower, previouslyDueOn: dueOn } = renewal
  const renewedOn = dayOf(renewal.renewedAt)
  return renewedOn > dueOn ? [putRow(lateRenewalsTable)({ loan, borrower, dueOn, renewedOn })] : []
}

export const loanFolds: EventFolds = {
  LoanStarted: ({ metadata, open: { loan, copy, title, branch, lentOn }, sealed: { loan: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, dueOn, borrowerGroup, ageClass, name, continues } = part.value
    const month = monthOfRecording(metadata)
    const continued = continuedLoanOfText(continues)
    return [
      putRow(loansTable)({
        loan,
        borrower,
        copy,
        title,
        branch,
        name,
        borrowerGroup,
        ageClass,
        lentOn: continued?.lentOn ?? lentOn,
        dueOn,
        position: metadata.position,
        startedIn: continued === null ? month : monthOf(continued.lentOn),
        lastActIn: month,
        endedOn: null,
        end: null,
        previouslyEndedOn: null,
        claimedOn: null,
        claimEndsOn: null,
      }),
    ]
  },
  LoanRenewed: ({ metadata, open: { loan }, sealed: { loan: part } }) =>
    part._tag === 'Erased'
      ? []
      : [
          setColumns(loansTable)({ loan }, { dueOn: part.value.dueOn, lastActIn: monthOfRecording(metadata) }),
          ...putLateRenewal(loan, part.value),
        ],
  PastLoanRecorded: ({ metadata, open: { loan, copy, title, branch, lentOn, returnedOn }, sealed: { loan: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, dueOn, borrowerGroup, ageClass, name } = part.value
    const month = monthOfRecording(metadata)
    return [
      putRow(loansTable)({
        ...{ loan, borrower, copy, title, branch, name, borrowerGroup, ageClass, lentOn, dueOn },
        ...{
          position: metadata.position,
          startedIn: month,
          lastActIn: month,
          endedOn: returnedOn,
          end: 'returned',
          previouslyEndedOn: null,
          claimedOn: null,
          claimEndsOn: null,
        },
      }),
    ]
  },
  LoanReturned: ({ metadata, open: { loan, returnedOn }, sealed: { loan: part } }) =>
    part._tag === 'Erased'
      ? [
          setColumns(loansTable)(
            { loan },
            { endedOn: returnedOn, end: 'returned', lastActIn: monthOfRecording(metadata) },
          ),
        ]
      : [
          setColumns(loansTable)(
            { loan },
            { dueOn: part.value.dueOn, endedOn: returnedOn, end: 'returned', lastActIn: monthOfRecording(metadata) },
          ),
        ],
  LoanEndCorrected: ({ open: { loan, returnedOn }, sealed: { loan: part } }) =>
    part._tag === 'Erased'
      ? []
      : [
          setColumns(loansTable)(
            { loan },
            {
              dueOn: part.value.dueOn,
              endedOn: returnedOn,
              end: 'returned',
              previouslyEndedOn: part.value.previouslyEndedOn,
            },
          ),
        ],
  CopyBilledAsLost: ({ open: { loan, billedOn }, sealed: { loan: part } }) =>
    part._tag === 'Erased'
      ? [setColumns(loansTable)({ loan }, { endedOn: billedOn, end: 'billed' })]
      : [setColumns(loansTable)({ loan }, { dueOn: part.value.dueOn, endedOn: billedOn, end: 'billed' })],
  LoanClaimedReturned: ({ open: { loan, claimedOn, latestEnd } }) => [
    setColumns(loansTable)({ loan }, { claimedOn, claimEndsOn: latestEnd }),
  ],
  ReturnClaimWithdrawn: ({ open: { loan } }) => [
    setColumns(loansTable)({ loan }, { claimedOn: null, claimEndsOn: null }),
  ],
  ClaimedCopyFound: ({ open: { loan, returnedOn } }) => [
    setColumns(loansTable)({ loan }, { endedOn: returnedOn, end: 'claimed' }),
  ],
  ClaimedLoanWrittenOff: ({ open: { loan, writtenOffOn } }) => [
    setColumns(loansTable)({ loan }, { endedOn: writtenOffOn, end: 'writtenOff' }),
  ],
  LoanUndone: ({ open: { loan, copy }, sealed: { loan: part } }) => [
    removeRows(loansTable)({ loan }),
    removeRows(lateRenewalsTable)({ loan }),
    ...(part._tag === 'Erased' ? [] : [putRow(undoneLoansTable)({ loan, borrower: part.value.borrower, copy })]),
  ],
}

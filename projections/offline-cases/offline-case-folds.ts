import { wasCountedAsLateBeforeCorrection } from '../../domain/copy/history/copy-history'
import type { EventMetadata } from '../../domain/event/domain-event'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId, LoanId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import { putRow, removeRows, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { offlineLoanCasesTable, copiesOfUnmatchedCasesTable, unmatchedCasesTable } from './offline-case-tables'

interface LoanAct {
  readonly metadata: EventMetadata
  readonly open: { readonly loan: LoanId; readonly copy: CopyId }
}

const putLoanCase =
  (act: 'loan' | 'return' | 'renewal', { metadata, open: { loan, copy } }: LoanAct) =>
  (borrower: BorrowerId, happenedAt: Instant, against: ReadonlyArray<string>): ReadonlyArray<RowChange> =>
    against.length === 0
      ? []
      : [
          putRow(offlineLoanCasesTable)({
            ...{ loan, act, borrower, copy, happenedAt },
            against: against.join(' '),
            recordedOn: metadata.recorded as Day,
          }),
        ]

export const offlineCaseFolds: EventFolds = {
  LoanStarted: (event) => {
    const { loan } = event.sealed
    return loan._tag === 'Erased'
      ? []
      : putLoanCase('loan', event)(loan.value.borrower, loan.value.lentAt, loan.value.against)
  },
  PastLoanRecorded: (event) => {
    const { loan } = event.sealed
    return loan._tag === 'Erased'
      ? []
      : putLoanCase('loan', event)(loan.value.borrower, loan.value.lentAt, loan.value.against)
  },
  LoanEndCorrected: (event) => {
    const { loan } = event.sealed
    if (loan._tag === 'Erased') return []
    const { borrower, returnedAt } = loan.value
    return putLoanCase('return', event)(
      borrower,
      returnedAt,
      wasCountedAsLateBeforeCorrection(event) ? ['countedAsLate'] : [],
    )
  },
  RenewalConflictRecorded: (event) => {
    const { loan } = event.sealed
    return loan._tag === 'Erased'
      ? []
      : putLoanCase('renewal', event)(loan.value.borrower, loan.value.renewedAt, loan.value.against)
  },
  LoanUndone: ({ open: { loan } }) => [removeRows(offlineLoanCasesTable)({ loan })],
  LoanCaseResolved: ({ open: { loan } }) => [removeRows(offlineLoanCasesTable)({ loan })],
  UnmatchedActRecorded: ({ metadata, open, sealed: { unmatched: part } }) =>
    part._tag === 'Erased'
      ? []
      : [
          putRow(unmatchedCasesTable)({ ...open, ...part.value, recordedOn: metadata.recorded as Day }),
          putRow(copiesOfUnmatchedCasesTable)(open),
        ],
  UnmatchedActResolved: ({ open: { unmatched } }) => [removeRows(unmatchedCasesTable)({ unmatched })],
}

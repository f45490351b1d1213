import type { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../../domain/values/ids'
import type { Volume } from '../../../domain/values/volume'
import { noTitleHoldings } from '../../../domain/policy/title-holdings'
import { followUpToCopy, followUpToTitle } from '../../../domain/reactions/follow-up'
import {
  day,
  exampleCopyAcquired,
  mainBranch,
  noon,
  reservationId,
  exampleStanding,
  statisticsScopeId,
  firstTitle,
  unmatchedId,
} from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'

export const atNoon = noon('2026-01-05')
export const acquireCommand = (
  copy: CopyId,
  branch: BranchId = mainBranch,
  overrides: Parameters<typeof exampleCopyAcquired>[0] = {},
) => followUpToCopy(copy, { type: 'Acquire', ...exampleCopyAcquired({ copy, branch, ...overrides }).open })
export const reserveCommand = (
  n: number,
  borrower: BorrowerId,
  pickUpBranch = mainBranch,
  volume: Volume | null = null,
) =>
  followUpToTitle(firstTitle, {
    ...{
      type: 'Reserve',
      statistics: statisticsScopeId,
      reservation: reservationId(n),
      title: firstTitle,
      standing: exampleStanding(borrower),
      at: atNoon,
    },
    ...{ holdings: { ...noTitleHoldings, reservable: 1 }, pickUpBranch, interestUntil: undefined, volume },
  })
export const reserveParallelCommand = (n: number, borrower: BorrowerId, parallelTo: ReadonlyArray<TitleId>) =>
  followUpToTitle(firstTitle, {
    ...{ type: 'ReserveParallel', reservation: reservationId(n), title: firstTitle, parallelTo, borrower },
    ...{ pickUpBranch: mainBranch, interestUntil: day('2026-07-04'), at: atNoon, statistics: statisticsScopeId },
    counted: { pickUpBranch: mainBranch, borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
  })
export const lendCommand = (copy: CopyId, borrower: BorrowerId, n = 1) =>
  followUpToCopy(copy, {
    ...{
      type: 'Lend',
      loan: numberedUuid(5_000 + n) as LoanId,
      statistics: statisticsScopeId,
      standing: exampleStanding(borrower),
    },
    ...{ branch: mainBranch, at: atNoon },
  })
export const recordCommand = (copy: CopyId, borrower: BorrowerId, n = 1) =>
  followUpToCopy(copy, {
    ...{ type: 'RecordLoan', loan: numberedUuid(5_500 + n) as LoanId, statistics: statisticsScopeId },
    ...{ standing: exampleStanding(borrower), branch: mainBranch, at: atNoon },
  })
export const takeBackCommand = (copy: CopyId, branch = mainBranch) =>
  followUpToCopy(copy, { type: 'Return', unmatched: unmatchedId(1), branch, at: atNoon })
export const cancelCommand = (n: number) =>
  followUpToTitle(firstTitle, { type: 'CancelReservation', reservation: reservationId(n), title: firstTitle })
export const undoCommand = (copy: CopyId, n = 1) =>
  followUpToCopy(copy, { type: 'UndoLoan', loan: numberedUuid(5_000 + n) as LoanId, branch: mainBranch, at: atNoon })

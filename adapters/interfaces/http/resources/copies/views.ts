import * as t from 'io-ts'
import { BorrowerId, BranchId, CopyId, LoanId, ReservationId, TitleId } from '../../../../../domain/values/ids'
import { Day } from '../../../../../domain/values/day'
import { Ore } from '../../../../../domain/values/ore'
import { MaterialGroup } from '../../../../../domain/policy/material-group'
import { nullable } from '../../codecs/nullable'
import { personal } from '../../codecs/personal'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'

export const CopyStatus = t.keyof({
  onShelf: null,
  onLoan: null,
  setAside: null,
  inTransit: null,
  ready: null,
  lost: null,
  withdrawn: null,
})

/** A copy as the catalogue shows it to anybody. */
export const CopyView = shape('Copy', {
  copy: CopyId,
  title: TitleId,
  name: t.string,
  author: nullable(t.string),
  status: CopyStatus,
  branch: BranchId,
  homeBranch: BranchId,
  group: MaterialGroup,
  ageLimit: nullable(count),
  price: Ore,
})

const Loan = shape('HoldersLoan', {
  loan: personal('loan')(LoanId),
  borrower: personal('loan')(BorrowerId),
  lentOn: personal('loan')(Day),
  dueOn: personal('loan')(Day),
})

const Kept = shape('KeptFor', {
  borrower: personal('setAside')(BorrowerId),
  reservation: personal('setAside')(ReservationId),
  pickUpBranch: personal('setAside')(BranchId),
  pickUpNumber: personal('setAside')(nullable(t.string)),
  pickUpBy: personal('setAside')(nullable(Day)),
})

/** Who has a copy, or whom it is kept for, as far as that is not forgotten. */
export const HolderView = shape('Holder', {
  copy: CopyId,
  status: CopyStatus,
  loan: nullable(Loan),
  keptFor: nullable(Kept),
})

/** What a command to a copy answers. */
export const CopyChanged = shape('CopyChanged', { copy: CopyId })

export const CopyPath = shape('CopyPath', { copy: CopyId })

import * as t from 'io-ts'
import {
  BorrowerId,
  BranchId,
  CopyId,
  FeeId,
  LoanId,
  OfflineCaseId,
  ReservationId,
  TitleId,
} from '../../../../../domain/values/ids'
import { Day } from '../../../../../domain/values/day'
import { Ore } from '../../../../../domain/values/ore'
import { MaterialGroup } from '../../../../../domain/policy/material-group'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { Volume } from '../../../../../domain/values/volume'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'

const copyStatuses = {
  onShelf: null,
  onLoan: null,
  onPullList: null,
  setAside: null,
  inTransit: null,
  ready: null,
  missing: null,
  lost: null,
  withdrawn: null,
}

const CopyStatusCodec = t.keyof(copyStatuses)

/** A copy as the catalogue shows it to anybody. */
export const CopyAnswer = objectCodec('Copy', {
  copy: CopyId,
  title: TitleId,
  name: t.string,
  author: nullableCodec(t.string),
  status: CopyStatusCodec,
  branch: BranchId,
  homeBranch: BranchId,
  group: MaterialGroup,
  ageLimit: nullableCodec(CountCodec),
  price: Ore,
  shelfMark: nullableCodec(t.string),
  volume: nullableCodec(Volume),
})

const HolderLoanAnswer = objectCodec('HolderLoan', {
  loan: personalValueCodec('loan')(LoanId),
  borrower: personalValueCodec('loan')(BorrowerId),
  lentOn: personalValueCodec('loan')(Day),
  dueOn: personalValueCodec('loan')(Day),
})

const ReservedForAnswer = objectCodec('ReservedFor', {
  borrower: personalValueCodec('setAside')(BorrowerId),
  reservation: personalValueCodec('setAside')(ReservationId),
  pickUpBranch: personalValueCodec('setAside')(BranchId),
  pickUpNumber: personalValueCodec('setAside')(nullableCodec(t.string)),
  pickUpBy: personalValueCodec('setAside')(nullableCodec(Day)),
})

/** Who has a copy on loan, or for whom it is reserved, until that is forgotten. */
export const CopyHolderAnswer = objectCodec('CopyHolder', {
  copy: CopyId,
  status: CopyStatusCodec,
  loan: nullableCodec(HolderLoanAnswer),
  reservedFor: nullableCodec(ReservedForAnswer),
})

/** The answer of a command to a copy. */
export const CopyChangedAnswer = objectCodec('CopyChanged', { copy: CopyId })

/** The answer of undoing a return: the loan that continues the one that ended, with its due day. */
export const ReturnUndoneAnswer = objectCodec('ReturnUndone', { copy: CopyId, loan: LoanId, dueOn: Day })

const placeMembers = {
  sendTo: nullableCodec(BranchId),
  pickUpNumber: nullableCodec(t.string),
  pickUpBy: nullableCodec(Day),
}

/** Where a copy belongs that staff have in their hands: as for a scanned copy, below. */
export const placeOfCopyMembers = { becomes: t.keyof({ ...copyStatuses, undecided: null }), ...placeMembers }
export type PlaceOfCopy = t.TypeOf<t.TypeC<typeof placeOfCopyMembers>>

/** The fee of a late return. */
const FeeOfReturnAnswer = objectCodec('FeeOfReturn', {
  fee: personalValueCodec('fee')(FeeId),
  amount: personalValueCodec('fee')(Ore),
  joins: personalValueCodec('fee')(t.boolean),
})

/**
 * What becomes of a copy that was scanned: its new status. `sendTo` is the branch to send it to; the pick-up number is
 * for the slip of a copy that goes on the pick-up shelf. `undecided` says that the queue has not been looked at yet, and
 * the status of the copy will say it later; `caseForStaff` that a machine which was offline took a copy that is unknown.
 * `case` names what staff must resolve, `found` what the scan found, `fee` the fee of a late return, `toReimburse` what is
 * to be paid back for a found copy, and `loan` the loan that a return of now has ended.
 */
export const ScannedCopyAnswer = objectCodec('ScannedCopy', {
  copy: CopyId,
  becomes: t.keyof({ ...copyStatuses, undecided: null, caseForStaff: null }),
  ...placeMembers,
  case: nullableCodec(OfflineCaseId),
  found: nullableCodec(t.keyof({ lost: null, claimedReturned: null })),
  fee: nullableCodec(FeeOfReturnAnswer),
  toReimburse: nullableCodec(personalValueCodec('fee')(Ore)),
  loan: nullableCodec(LoanId),
})
export type ScannedCopyAnswer = t.TypeOf<typeof ScannedCopyAnswer>

/** The shelf mark of a copy (opstilling), as it stands on its spine. */
export const ShelfMark = freeTextCodec(60)

export const CopyPathParameters = objectCodec('CopyPath', { copy: CopyId })

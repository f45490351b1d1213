import * as t from 'io-ts'
import { MessageLanguage } from '../../../../../domain/borrower/message-language'
import { Day } from '../../../../../domain/values/day'
import {
  BlockId,
  BorrowerId,
  BranchId,
  CardId,
  CopyId,
  FeeId,
  MunicipalityCode,
  TitleId,
} from '../../../../../domain/values/ids'
import { HalfYear, Month } from '../../../../../domain/values/month'
import { Ore } from '../../../../../domain/values/ore'
import { BlockReason } from '../../../../../domain/policy/block-reason'
import { BorrowerGroup } from '../../../../../domain/policy/borrower-group'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { GuardianInOverviewAnswer } from '../guardians/guardian-answer-codecs'
import { LoanAnswer } from '../loans/loan-answer-codecs'
import { ReservationAnswer } from '../reservations/reservation-answer-codecs'

const borrowerValue = personalValueCodec('borrower')
const identityValue = personalValueCodec('identity')
const preferenceValue = personalValueCodec('preference')

const BorrowerRecordAnswer = objectCodec('BorrowerRecord', {
  borrower: BorrowerId,
  number: borrowerValue(t.string),
  cpr: identityValue(nullableCodec(t.string)),
  name: identityValue(t.string),
  birthDate: identityValue(nullableCodec(Day)),
  group: identityValue(BorrowerGroup),
  municipality: identityValue(nullableCodec(MunicipalityCode)),
  isNameAndAddressProtected: identityValue(t.boolean),
  homeBranch: preferenceValue(BranchId),
  language: preferenceValue(MessageLanguage),
  registeredIn: Month,
  lastSeen: nullableCodec(HalfYear),
  ending: nullableCodec(t.keyof({ requested: null, lapsed: null })),
})

export const ContactAnswer = objectCodec('Contact', {
  careOf: personalValueCodec('contact')(nullableCodec(t.string)),
  address: personalValueCodec('contact')(nullableCodec(t.string)),
  phones: personalValueCodec('contact')(listCodec(t.string)),
  mobileForNotices: personalValueCodec('contact')(nullableCodec(t.string)),
  emails: personalValueCodec('contact')(listCodec(t.string)),
  emailForNotices: personalValueCodec('contact')(nullableCodec(t.string)),
})

/** Fraværsperiode: its first and its last day, which is null until the period is removed. */
export const AbsencePeriodAnswer = objectCodec('AbsencePeriod', {
  from: personalValueCodec('absence')(Day),
  until: personalValueCodec('absence')(nullableCodec(Day)),
})

/** A block. Its note is for staff and is left out for the borrower. */
const BlockAnswer = objectCodec(
  'Block',
  { block: BlockId, reason: personalValueCodec('block')(BlockReason), since: personalValueCodec('block')(Day) },
  { note: personalValueCodec('block')(nullableCodec(t.string)) },
)

const noteValue = personalValueCodec('note')

/** What staff noted. The note to the borrower is printed on the statement of outstanding matters. */
export const NotesAnswer = objectCodec('Notes', {
  internalNote: noteValue(nullableCodec(t.string)),
  noteToBorrower: noteValue(nullableCodec(t.string)),
})

const FeeItemAnswer = objectCodec('FeeItem', { copy: CopyId, title: TitleId, name: t.string, daysOverdue: CountCodec })

/** How far the collection of a fee (inddrivelse) has come. */
export const FeeCollectionAnswer = t.keyof({
  none: null,
  noticeRequested: null,
  noticeSent: null,
  selected: null,
  passedOn: null,
})

const feeMembers = {
  fee: personalValueCodec('fee')(FeeId),
  kind: personalValueCodec('fee')(t.keyof({ lateness: null, compensation: null })),
  amount: personalValueCodec('fee')(Ore),
  leviedOn: personalValueCodec('fee')(Day),
  owedUntil: personalValueCodec('fee')(Day),
  collection: personalValueCodec('fee')(FeeCollectionAnswer),
  noticePayBy: personalValueCodec('fee')(nullableCodec(Day)),
  settledOn: personalValueCodec('fee')(nullableCodec(Day)),
  ending: personalValueCodec('fee')(nullableCodec(t.keyof({ paid: null, writtenOff: null, cancelled: null }))),
  forgottenOn: personalValueCodec('fee')(nullableCodec(Day)),
}
const feeItems = { items: personalValueCodec('fee')(listCodec(FeeItemAnswer)) }

/** A fee or bill as its borrower sees it; `forgottenOn` is set once that day is known. */
export const FeeAnswer = objectCodec('Fee', { ...feeMembers, ...feeItems })

/** A fee as the guardian of its borrower sees it: without items, which name titles, when the borrower is too old for that. */
export const FeeForGuardianAnswer = objectCodec('FeeForGuardian', feeMembers, feeItems)

/** A reimbursement (refusion): what the library owes the borrower, or has paid out. */
export const ReimbursementAnswer = objectCodec('Reimbursement', {
  reimbursement: personalValueCodec('fee')(FeeId),
  amount: personalValueCodec('fee')(Ore),
  because: personalValueCodec('fee')(t.keyof({ copyFound: null, paidTooMuch: null, decidedByStaff: null })),
  names: personalValueCodec('fee')(t.string),
  grantedOn: personalValueCodec('fee')(Day),
  settledOn: personalValueCodec('fee')(nullableCodec(Day)),
  ending: personalValueCodec('fee')(nullableCodec(t.keyof({ paidOut: null, cancelled: null }))),
  forgottenOn: personalValueCodec('fee')(nullableCodec(Day)),
})

export const BalanceAnswer = objectCodec(
  'Balance',
  { owed: personalValueCodec('fee')(Ore) },
  { blockedSince: personalValueCodec('fee')(Day) },
)

/** An event about the borrower that cannot be read: what it said is missing here. */
export const DamagedAnswer = objectCodec('DamagedEvent', { revision: CountCodec, reason: t.string })

/** What the library holds about a borrower. For the borrower, the notes that staff alone see are left out. */
export const BorrowerOverviewAnswer = objectCodec(
  'BorrowerOverview',
  {
    record: BorrowerRecordAnswer,
    verifiedEmails: personalValueCodec('contact')(listCodec(t.string)),
    cards: listCodec(objectCodec('Card', { card: CardId, number: personalValueCodec('card')(t.string) })),
    blocks: listCodec(BlockAnswer),
    loans: listCodec(LoanAnswer),
    reservations: listCodec(ReservationAnswer),
    fees: listCodec(FeeAnswer),
    reimbursements: listCodec(ReimbursementAnswer),
    balance: BalanceAnswer,
    noteToBorrower: noteValue(nullableCodec(t.string)),
  },
  {
    contact: ContactAnswer,
    absence: AbsencePeriodAnswer,
    guardian: GuardianInOverviewAnswer,
    damaged: listCodec(DamagedAnswer),
    internalNote: noteValue(nullableCodec(t.string)),
  },
)
export type BorrowerOverviewAnswer = t.TypeOf<typeof BorrowerOverviewAnswer>

import * as t from 'io-ts'
import { Language } from '../../../../../domain/borrower/language'
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
import { listOf, nullable } from '../../codecs/nullable'
import { personal } from '../../codecs/personal'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'
import { LoanView } from '../loans/views'
import { ReservationView } from '../reservations/views'

const own = personal('borrower')

const Record = shape('BorrowerRecord', {
  borrower: BorrowerId,
  number: own(t.string),
  cpr: own(nullable(t.string)),
  name: own(t.string),
  birthDate: own(nullable(Day)),
  group: own(BorrowerGroup),
  municipality: own(nullable(MunicipalityCode)),
  homeBranch: own(BranchId),
  language: own(Language),
  registeredIn: Month,
  lastSeen: nullable(HalfYear),
  ending: nullable(t.keyof({ requested: null, lapsed: null })),
})

export const ContactView = shape('Contact', {
  careOf: personal('contact')(nullable(t.string)),
  address: personal('contact')(nullable(t.string)),
  phones: personal('contact')(listOf(t.string)),
  mobileForNotices: personal('contact')(nullable(t.string)),
  email: personal('contact')(nullable(t.string)),
})

/** The note is for staff: it is left out for the borrower. */
const BlockView = shape(
  'Block',
  { block: BlockId, reason: personal('block')(BlockReason), since: personal('block')(Day) },
  { note: personal('block')(nullable(t.string)) },
)

const Item = shape('FeeItem', { copy: CopyId, title: TitleId, name: t.string, daysOverdue: count })

/** A fee or bill as its borrower sees it, with the day it is forgotten once that is known. */
export const FeeView = shape('Fee', {
  fee: personal('fee')(FeeId),
  kind: personal('fee')(t.keyof({ lateness: null, compensation: null })),
  amount: personal('fee')(Ore),
  leviedOn: personal('fee')(Day),
  settledOn: personal('fee')(nullable(Day)),
  ending: personal('fee')(nullable(t.keyof({ paid: null, waived: null, cancelled: null }))),
  items: personal('fee')(listOf(Item)),
  forgottenOn: personal('fee')(nullable(Day)),
})

export const BalanceView = shape('Balance', { owed: personal('fee')(Ore) }, { blockedSince: personal('fee')(Day) })

/** All that is held on a borrower. */
export const OverviewView = shape(
  'BorrowerOverview',
  {
    record: Record,
    cards: listOf(shape('Card', { card: CardId, number: personal('card')(t.string) })),
    blocks: listOf(BlockView),
    loans: listOf(LoanView),
    reservations: listOf(ReservationView),
    fees: listOf(FeeView),
    balance: BalanceView,
  },
  { contact: ContactView },
)
export type OverviewView = t.TypeOf<typeof OverviewView>

import type { Language } from '../../domain/borrower/language'
import type { Day } from '../../domain/values/day'
import type { BlockId, BorrowerId, BranchId, CardId, ContactId, MunicipalityCode } from '../../domain/values/ids'
import type { HalfYear, Month } from '../../domain/values/month'
import type { BlockReason } from '../../domain/policy/block-reason'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import { goesWith, personalText, personalTextOrNull, table, type Row } from '../kernel/table'

/** Borrowers' own records. Look-ups by borrower number and CPR number, and that they are unique, live here. */
export const borrowers = table(
  'borrowers',
  {
    borrower: goesWith<BorrowerId>('borrower'),
    number: personalText(),
    cpr: personalTextOrNull(),
    name: personalText(),
    birthDate: personalTextOrNull<Day>(),
    group: personalText<BorrowerGroup>(),
    municipality: personalTextOrNull<MunicipalityCode>(),
    homeBranch: personalText<BranchId>(),
    language: personalText<Language>(),
    registeredIn: personalText<Month>(),
    lastSeen: personalTextOrNull<HalfYear>(),
    /** Why the record is about to be erased, if it is. */
    ending: personalTextOrNull<'requested' | 'lapsed'>(),
  },
  ['borrower'],
  [['number'], ['cpr']],
)
export type Borrower = Row<typeof borrowers>

/** Present contact details; phones stand as a JSON list. */
export const contacts = table(
  'contacts',
  {
    contact: goesWith<ContactId>('contact'),
    borrower: goesWith<BorrowerId>('borrower'),
    careOf: personalTextOrNull(),
    address: personalTextOrNull(),
    phones: personalText(),
    mobileForNotices: personalTextOrNull(),
    email: personalTextOrNull(),
  },
  ['contact'],
)

export const cards = table(
  'cards',
  {
    card: goesWith<CardId>('card'),
    borrower: goesWith<BorrowerId>('borrower'),
    number: personalText(),
    pin: personalTextOrNull(),
  },
  ['card'],
  [['number']],
)
export type Card = Row<typeof cards>

/** Blocks in force. */
export const blocks = table(
  'blocks',
  {
    block: goesWith<BlockId>('block'),
    borrower: goesWith<BorrowerId>('borrower'),
    reason: personalText<BlockReason>(),
    since: personalText<Day>(),
    note: personalTextOrNull(),
  },
  ['block'],
)
export type Block = Row<typeof blocks>

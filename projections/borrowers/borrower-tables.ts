import type { MessageLanguage } from '../../domain/borrower/message-language'
import type { Day } from '../../domain/values/day'
import type { BlockId, BorrowerId, BranchId, CardId, ContactId, MunicipalityCode } from '../../domain/values/ids'
import type { HalfYear, Month } from '../../domain/values/month'
import type { BlockReason } from '../../domain/policy/block-reason'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import { purgedWith, personalText, personalTextOrNull, defineTable, type TableRow } from '../read-model/define-table'

/** Borrowers' records. Look-ups by borrower number and CPR number, and the checks that they are unique, use this table. */
export const borrowersTable = defineTable(
  'borrowers',
  {
    borrower: purgedWith<BorrowerId>('borrower'),
    number: personalText(),
    cpr: personalTextOrNull(),
    name: personalText(),
    birthDate: personalTextOrNull<Day>(),
    group: personalText<BorrowerGroup>(),
    municipality: personalTextOrNull<MunicipalityCode>(),
    homeBranch: personalText<BranchId>(),
    language: personalText<MessageLanguage>(),
    registeredIn: personalText<Month>(),
    lastSeen: personalTextOrNull<HalfYear>(),
    /** Why the record will be erased; null when it will not. */
    ending: personalTextOrNull<'requested' | 'lapsed'>(),
  },
  ['borrower'],
  [['number'], ['cpr']],
)
export type BorrowerRow = TableRow<typeof borrowersTable>

/** Present contact details; phones are a JSON list. */
export const contactsTable = defineTable(
  'contacts',
  {
    contact: purgedWith<ContactId>('contact'),
    borrower: purgedWith<BorrowerId>('borrower'),
    careOf: personalTextOrNull(),
    address: personalTextOrNull(),
    phones: personalText(),
    mobileForNotices: personalTextOrNull(),
    email: personalTextOrNull(),
  },
  ['contact'],
)

export const cardsTable = defineTable(
  'cards',
  {
    card: purgedWith<CardId>('card'),
    borrower: purgedWith<BorrowerId>('borrower'),
    number: personalText(),
    pin: personalTextOrNull(),
  },
  ['card'],
  [['number']],
)
export type CardRow = TableRow<typeof cardsTable>

/** Blocks in force. */
export const blocksTable = defineTable(
  'blocks',
  {
    block: purgedWith<BlockId>('block'),
    borrower: purgedWith<BorrowerId>('borrower'),
    reason: personalText<BlockReason>(),
    since: personalText<Day>(),
    note: personalTextOrNull(),
  },
  ['block'],
)
export type BlockRow = TableRow<typeof blocksTable>

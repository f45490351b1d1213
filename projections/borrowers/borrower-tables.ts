import type { MessageLanguage } from '../../domain/borrower/message-language'
import type { Day } from '../../domain/values/day'
import type { BlockId, BorrowerId, BranchId, CardId, ContactId, MunicipalityCode } from '../../domain/values/ids'
import type { HalfYear, Month } from '../../domain/values/month'
import type { BlockReason } from '../../domain/policy/block-reason'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import {
  purgedWithColumn,
  personalTextColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** Borrowers' records. Look-ups by borrower number and CPR number, and the checks that they are unique, use this table. */
export const borrowersTable = defineTable(
  'borrowers',
  {
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    number: personalTextColumn(),
    cpr: nullablePersonalTextColumn(),
    name: personalTextColumn(),
    birthDate: nullablePersonalTextColumn<Day>(),
    group: personalTextColumn<BorrowerGroup>(),
    municipality: nullablePersonalTextColumn<MunicipalityCode>(),
    homeBranch: personalTextColumn<BranchId>(),
    language: personalTextColumn<MessageLanguage>(),
    registeredIn: personalTextColumn<Month>(),
    lastSeen: nullablePersonalTextColumn<HalfYear>(),
    /** Why the record will be erased; null when it will not. */
    ending: nullablePersonalTextColumn<'requested' | 'lapsed'>(),
  },
  ['borrower'],
  [['number'], ['cpr']],
)
export type BorrowerRow = TableRow<typeof borrowersTable>

/** Present contact details; phones are a JSON list. */
export const contactsTable = defineTable(
  'contacts',
  {
    contact: purgedWithColumn<ContactId>('contact'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    careOf: nullablePersonalTextColumn(),
    address: nullablePersonalTextColumn(),
    phones: personalTextColumn(),
    mobileForNotices: nullablePersonalTextColumn(),
    email: nullablePersonalTextColumn(),
  },
  ['contact'],
)

export const cardsTable = defineTable(
  'cards',
  {
    card: purgedWithColumn<CardId>('card'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    number: personalTextColumn(),
    pin: nullablePersonalTextColumn(),
  },
  ['card'],
  [['number']],
)
export type CardRow = TableRow<typeof cardsTable>

/** Blocks in force. */
export const blocksTable = defineTable(
  'blocks',
  {
    block: purgedWithColumn<BlockId>('block'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    reason: personalTextColumn<BlockReason>(),
    since: personalTextColumn<Day>(),
    note: nullablePersonalTextColumn(),
  },
  ['block'],
)
export type BlockRow = TableRow<typeof blocksTable>

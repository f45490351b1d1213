import type { MessageLanguage } from '../../domain/borrower/message-language'
import type { Day } from '../../domain/values/day'
import type {
  BlockId,
  BorrowerId,
  BranchId,
  CardId,
  ContactId,
  IdentityId,
  MunicipalityCode,
  PinId,
  PreferenceId,
} from '../../domain/values/ids'
import type { HalfYear, Month } from '../../domain/values/month'
import type { BlockReason } from '../../domain/policy/block-reason'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import {
  nullableBlindIndexColumn,
  purgedWithColumn,
  nullablePurgedWithColumn,
  personalNumberColumn,
  personalTextColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** Who is registered. Look-ups by borrower number use this table. */
export const borrowersTable = defineTable(
  'borrowers',
  {
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    number: personalTextColumn(),
    registeredIn: personalTextColumn<Month>(),
    lastSeen: nullablePersonalTextColumn<HalfYear>(),
    /** The month whose closing announced the erasure, and the one whose closing lapses the borrower; null while none has. */
    announcedIn: nullablePersonalTextColumn<Month>(),
    lapsesIn: nullablePersonalTextColumn<Month>(),
    /** Why the record will be erased; null when it will not. */
    ending: nullablePersonalTextColumn<'requested' | 'lapsed'>(),
  },
  ['borrower'],
  [['number']],
)
export type BorrowerRow = TableRow<typeof borrowersTable>

/**
 * Who the borrowers are: one row for each. `identity` is null while the values of a registration of version 1 are in
 * force, which end with the borrower. Look-ups by CPR number, and the check that it is unique, use `cprIndex`.
 */
export const identitiesTable = defineTable(
  'identities',
  {
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    identity: nullablePurgedWithColumn<IdentityId>('identity'),
    cpr: nullablePersonalTextColumn(),
    /** The keyed hash of `cpr`: what an index would tell, it tells to nobody. */
    cprIndex: nullableBlindIndexColumn(),
    name: personalTextColumn(),
    birthDate: nullablePersonalTextColumn<Day>(),
    group: personalTextColumn<BorrowerGroup>(),
    municipality: nullablePersonalTextColumn<MunicipalityCode>(),
    /** Navne- og adressebeskyttelse: the borrower is shown by number alone. */
    isNameAndAddressProtected: personalNumberColumn<0 | 1>(),
    /** Why it was changed, `register` by the CPR register; null when it is as it was registered. */
    reason: nullablePersonalTextColumn(),
    /** The month in which it was recorded. */
    recordedIn: personalTextColumn<Month>(),
  },
  ['borrower'],
  [],
  [['cprIndex']],
)
export type IdentityRow = TableRow<typeof identitiesTable>

/** The words of the names of borrowers, by which staff find them. A name that is protected has none. */
export const nameWordsTable = defineTable(
  'nameWords',
  {
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    identity: nullablePurgedWithColumn<IdentityId>('identity'),
    word: personalTextColumn(),
  },
  ['borrower', 'word'],
  [['word', 'borrower']],
)

/** What the borrowers chose: one row for each. `preference` is null while values of an older folder are in force. */
export const preferencesTable = defineTable(
  'preferences',
  {
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    preference: nullablePurgedWithColumn<PreferenceId>('preference'),
    homeBranch: personalTextColumn<BranchId>(),
    language: personalTextColumn<MessageLanguage>(),
    /** The month in which it was recorded. */
    recordedIn: personalTextColumn<Month>(),
  },
  ['borrower'],
)
export type PreferencesRow = TableRow<typeof preferencesTable>

/** Present contact details; phones and e-mails are JSON lists. */
export const contactsTable = defineTable(
  'contacts',
  {
    contact: purgedWithColumn<ContactId>('contact'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    careOf: nullablePersonalTextColumn(),
    address: nullablePersonalTextColumn(),
    phones: personalTextColumn(),
    mobileForNotices: nullablePersonalTextColumn(),
    emails: personalTextColumn(),
    emailForNotices: nullablePersonalTextColumn(),
    /** The month in which it was recorded. */
    recordedIn: personalTextColumn<Month>(),
  },
  ['contact'],
)

/** The verified e-mails among the present contact details. */
export const verifiedEmailsTable = defineTable(
  'verifiedEmails',
  {
    contact: purgedWithColumn<ContactId>('contact'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    email: personalTextColumn(),
  },
  ['contact', 'email'],
)

/** The cards that may be used to borrow. */
export const cardsTable = defineTable(
  'cards',
  {
    card: purgedWithColumn<CardId>('card'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    number: personalTextColumn(),
    /** The month in which it was recorded. */
    recordedIn: personalTextColumn<Month>(),
  },
  ['card'],
  [['number']],
)
export type CardRow = TableRow<typeof cardsTable>

/** The hashed PINs: one row for each borrower who has one. It is sealed with `pin`, or with `card` in older folders. */
export const pinsTable = defineTable(
  'pins',
  {
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    pin: nullablePurgedWithColumn<PinId>('pin'),
    card: nullablePurgedWithColumn<CardId>('card'),
    hash: personalTextColumn(),
  },
  ['borrower'],
)

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

import type { BorrowerId, BranchId, GuardianId, GuardianshipId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  defineTable,
  openNumberColumn,
  openTextColumn,
  nullableBlindIndexColumn,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** The guardians whose guardianship has not ended: at most one row for each borrower. Phones and e-mails are JSON lists. */
export const guardiansTable = defineTable(
  'guardians',
  {
    guardian: purgedWithColumn<GuardianId>('guardian'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    guardianship: personalTextColumn<GuardianshipId>(),
    cpr: personalTextColumn(),
    /** The keyed hash of `cpr`. */
    cprIndex: nullableBlindIndexColumn(),
    name: personalTextColumn(),
    careOf: nullablePersonalTextColumn(),
    address: nullablePersonalTextColumn(),
    phones: personalTextColumn(),
    mobileForNotices: nullablePersonalTextColumn(),
    emails: personalTextColumn(),
    emailForNotices: nullablePersonalTextColumn(),
    /** The month in which it was recorded. */
    recordedIn: personalTextColumn<Month>(),
  },
  ['guardian'],
  [['guardianship'], ['cprIndex']],
)
export type GuardianRow = TableRow<typeof guardiansTable>

/** The verified e-mails of these guardians. */
export const verifiedEmailsOfGuardiansTable = defineTable(
  'verifiedEmailsOfGuardians',
  {
    guardian: purgedWithColumn<GuardianId>('guardian'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    email: personalTextColumn(),
  },
  ['guardian', 'email'],
)

/** The papers on which guardians were registered, until staff have destroyed them or the guardianship is forgotten. */
export const guardianPapersTable = defineTable(
  'guardianPapers',
  {
    guardian: purgedWithColumn<GuardianId>('guardian'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    month: personalTextColumn<Month>(),
    branch: personalTextColumn<BranchId>(),
    /** The month in which the guardianship ended, from when on the paper is to be destroyed; null before. */
    endedIn: nullablePersonalTextColumn<Month>(),
  },
  ['guardian'],
  [['endedIn']],
)
export type GuardianPaperRow = TableRow<typeof guardianPapersTable>

/** By month, the papers of guardianships that ended in it and are forgotten: counts, which name nobody. */
export const unconfirmedGuardianPapersTable = defineTable(
  'unconfirmedGuardianPapers',
  {
    endedIn: openTextColumn<Month>(),
    /** How many nobody had confirmed as destroyed when they were forgotten. */
    papers: openNumberColumn(),
    /** How many of these staff have confirmed since. */
    destroyed: openNumberColumn(),
  },
  ['endedIn'],
)

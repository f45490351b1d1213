import type { DebtToCollect } from '../../domain/collection/debt-to-collect'
import { isMinorOn, type GuardianPolicy } from '../../domain/policy/guardian-policy'
import type { FeeOfBorrower } from '../../domain/ports/decision-queries'
import type { Day } from '../../domain/values/day'
import type { CollectionFileId, FeeId, MessageId } from '../../domain/values/ids'
import { contactOfBorrower, identityOfBorrower } from '../borrowers/borrower-record-queries'
import { deceasedAmong } from '../borrowers/deceased-borrowers'
import { registeredGuardianOf } from '../guardians/guardian-queries'
import { messageById } from '../messages/message-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { feesTable, type FeeRow } from './fee-tables'

/** The unsettled fees that are owed until a day, or an earlier one. */
export const feesOwedUntil =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<FeeId> =>
    rows
      .find(feesTable, { where: { settledOn: null }, atMost: { owedUntil: day }, orderBy: ['fee'] })
      .map(({ fee }) => fee)

const unsettledInState = (collection: FeeRow['collection'], rows: ReadModelRows): ReadonlyArray<FeeRow> =>
  rows.find(feesTable, { where: { collection, settledOn: null }, orderBy: ['fee'] })

/** A fee whose borrower cannot be read is in no file, so it is neither selected for one nor passed on with one. */
const isDebtorReadable =
  (rows: ReadModelRows) =>
  ({ borrower }: FeeRow): boolean =>
    identityOfBorrower(borrower)(rows) !== undefined

const toFeeOfBorrower = ({ fee, borrower }: FeeRow): FeeOfBorrower => ({ fee, borrower })

/**
 * The fees that may go into a file to the collector on a day, and those whose last file was not handed out. Those of borrowers
 * who have died are not among them: the estate settles them. Nor are those of borrowers whose identity cannot be read.
 */
export const feesReadyForCollection =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<FeeOfBorrower> => {
    const ready = [
      ...unsettledInState('selected', rows),
      ...unsettledInState('noticeSent', rows).filter(({ noticePayBy }) => noticePayBy !== null && noticePayBy < day),
    ]
      .filter(isDebtorReadable(rows))
      .map(toFeeOfBorrower)
    const deceased = deceasedAmong(ready.map(({ borrower }) => borrower))(rows)
    return ready.filter(({ borrower }) => !deceased.has(borrower))
  }

const selectedFor = (file: CollectionFileId, rows: ReadModelRows): ReadonlyArray<FeeRow> =>
  unsettledInState('selected', rows)
    .filter(({ collectionFile }) => collectionFile === file)
    .filter(isDebtorReadable(rows))

/** The fees that were selected for a file, whose debts are in it, and which are not passed on. */
export const feesSelectedForCollectionFile =
  (file: CollectionFileId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeOfBorrower> =>
    selectedFor(file, rows).map(toFeeOfBorrower)

const guardianOfDebt = (
  policy: GuardianPolicy,
  { borrower, leviedOn }: FeeRow,
  birthDate: Day | null,
  rows: ReadModelRows,
): DebtToCollect['guardian'] => {
  const guardian = isMinorOn(policy)(birthDate)(leviedOn) ? registeredGuardianOf(borrower)(rows) : undefined
  return guardian === undefined ? null : { name: guardian.name, cpr: guardian.cpr }
}

const toDebt =
  (policy: GuardianPolicy, rows: ReadModelRows) =>
  (row: FeeRow): ReadonlyArray<DebtToCollect> => {
    const { fee: reference, borrower, kind, amount, leviedOn, noticePayBy } = row
    const who = identityOfBorrower(borrower)(rows)
    if (who === undefined || noticePayBy === null) return []
    const { name, cpr, birthDate } = who
    const address = cpr === null ? (contactOfBorrower(borrower)(rows)?.address ?? null) : null
    const guardian = guardianOfDebt(policy, row, birthDate, rows)
    return [{ reference, kind, amount, leviedOn, noticePayBy, debtor: { name, cpr, address }, guardian }]
  }

/** The fees that were selected for a file, as the collector gets them. */
export const debtsInCollectionFile =
  (policy: GuardianPolicy) =>
  (file: CollectionFileId) =>
  (rows: ReadModelRows): ReadonlyArray<DebtToCollect> =>
    selectedFor(file, rows).flatMap(toDebt(policy, rows))

/** The fees whose notice is in a message; none of a message of another kind. */
export const feesAwaitingNoticeOf =
  (message: MessageId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeId> => {
    const notice = messageById(message)(rows)
    if (notice?.kind !== 'collectionNotice') return []
    const { borrower, madeOn } = notice
    return rows
      .find(feesTable, {
        where: { borrower, noticeRequestedOn: madeOn, collection: 'noticeRequested' },
        orderBy: ['fee'],
      })
      .map(({ fee }) => fee)
  }

/** The fees whose collection has begun: those at the collector also while they are settled and not forgotten yet. */
export const feesInCollection = (rows: ReadModelRows): ReadonlyArray<FeeRow> => [
  ...(['noticeRequested', 'noticeSent'] as const).flatMap((state) => unsettledInState(state, rows)),
  ...(['selected', 'passedOn'] as const).flatMap((collection) => rows.find(feesTable, { where: { collection } })),
]

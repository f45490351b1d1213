import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { legalHoldsTable, type LegalHoldRow } from './legal-holds-table'

/** The day with whose closing a hold ends: that of its release, or its last day. */
export const endDayOfLegalHold = ({ lastDay, releasedOn }: Pick<LegalHoldRow, 'lastDay' | 'releasedOn'>): Day =>
  releasedOn !== null && releasedOn < lastDay ? releasedOn : lastDay

/** Whether a hold stands after the last closing of a day; undefined when no day is closed yet. */
export const isLegalHoldStanding =
  (lastClosed: string | undefined) =>
  (hold: Pick<LegalHoldRow, 'lastDay' | 'releasedOn'>): boolean =>
    lastClosed === undefined || lastClosed < endDayOfLegalHold(hold)

/** Every hold that is not erased, the earliest end first. */
export const legalHolds = (rows: ReadModelRows): ReadonlyArray<LegalHoldRow> =>
  rows.find(legalHoldsTable, { orderBy: ['lastDay', 'hold'] })

/** The holds on the scopes of a borrower that stand after the last closing of a day. */
export const standingLegalHoldsOfBorrower =
  (borrower: BorrowerId, lastClosed: string | undefined) =>
  (rows: ReadModelRows): ReadonlyArray<LegalHoldRow> =>
    rows.find(legalHoldsTable, { where: { borrower } }).filter(isLegalHoldStanding(lastClosed))

/** Whether the borrower is told of a hold. */
export const hasExplanation = ({ reasonForBorrower }: Pick<LegalHoldRow, 'reasonForBorrower'>): boolean =>
  reasonForBorrower !== null

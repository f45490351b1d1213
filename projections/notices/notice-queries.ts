import { isPrintedWhenUnreachable } from '../../domain/notice/notice-kind'
import type { BorrowerId, NoticeId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { noticesTable, type NoticeRow } from './notice-table'

/** A notice by its id; undefined when it is unknown or forgotten. */
export const noticeById =
  (notice: NoticeId) =>
  (rows: ReadModelRows): NoticeRow | undefined =>
    findFirstRow(rows, noticesTable, { where: { notice } })

/** The notices to a borrower, the newest month first; those of one month by their random ids. */
export const noticesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<NoticeRow> =>
    rows.find(noticesTable, { where: { borrower }, orderByDescending: ['madeIn', 'notice'] })

/** The notices that are to be sent by e-mail or SMS, in any order. */
export const idsOfPendingNotices = (rows: ReadModelRows): ReadonlyArray<NoticeId> =>
  rows.findColumns(noticesTable, ['notice'], { where: { state: 'pending' } }).map(({ notice }) => notice)

/** A page of the notices to send by e-mail or SMS, sorted by their random ids: those after the last one of the previous page. */
export const noticesToSend =
  (last: NoticeId | undefined, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<NoticeRow> =>
    rows.find(noticesTable, {
      ...{ where: { state: 'pending' }, orderBy: ['notice'], limit },
      ...(last === undefined ? {} : { greaterThan: { notice: last } }),
    })

/** The notices that staff must print, because they can go neither by e-mail nor by SMS; by their random ids. */
export const noticesToPrint = (rows: ReadModelRows): ReadonlyArray<NoticeRow> =>
  rows
    .find(noticesTable, { where: { state: 'failed' }, orderBy: ['notice'] })
    .filter(({ kind }) => isPrintedWhenUnreachable(kind))

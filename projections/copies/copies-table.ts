import type { Day } from '../../domain/values/day'
import type { BranchId, CopyId, TitleId } from '../../domain/values/ids'
import type { Volume } from '../../domain/values/volume'
import type { Ore } from '../../domain/values/ore'
import type { MaterialGroup } from '../../domain/policy/material-group'
import {
  openNumberColumn,
  nullableOpenNumberColumn,
  openTextColumn,
  nullableOpenTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

export type CopyStatus =
  'onShelf' | 'onLoan' | 'onPullList' | 'setAside' | 'inTransit' | 'ready' | 'missing' | 'lost' | 'withdrawn'

/** Copies, without personal data. Who has a copy is in the table of loans; for whom it is reserved, in that of reserved copies. */
export const copiesTable = defineTable(
  'copies',
  {
    copy: openTextColumn<CopyId>(),
    title: openTextColumn<TitleId>(),
    /** The branch that acquired it. */
    homeBranch: openTextColumn<BranchId>(),
    /** The branch where it is, or was last seen. */
    branch: openTextColumn<BranchId>(),
    group: openTextColumn<MaterialGroup>(),
    ageLimit: nullableOpenNumberColumn(),
    /** In øre. */
    price: openNumberColumn<Ore>(),
    name: openTextColumn(),
    author: nullableOpenTextColumn(),
    /** By which the copy is found on the shelf; null when it has none. */
    shelfMark: nullableOpenTextColumn(),
    /** Of a periodical; null for any other copy. */
    volume: nullableOpenTextColumn<Volume>(),
    status: openTextColumn<CopyStatus>(),
    /**
     * The day on which the library learned that the lost copy is found; null when it is lost or was never found. A return
     * that arrives late is of an earlier day, which may lie before the bill or its payment.
     */
    learnedFoundOn: nullableOpenTextColumn<Day>(),
    /** 1 while the copy is reserved for a borrower, also in transit; else 0. */
    isReserved: openNumberColumn<0 | 1>(),
    /** 1 from when the copy is ready until it is scanned, lent or missing, also when its reservation ends before. */
    onPickUpShelf: openNumberColumn<0 | 1>(),
  },
  ['copy'],
  [['title']],
)
export type CopyRow = TableRow<typeof copiesTable>

/** The copies that were looked for and not found, without personal data: each until it is found, lent or withdrawn. */
export const missingCopiesTable = defineTable(
  'missingCopies',
  {
    copy: openTextColumn<CopyId>(),
    /** The branch where it was last. */
    branch: openTextColumn<BranchId>(),
  },
  ['copy'],
  [['branch']],
)

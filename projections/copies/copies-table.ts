import type { BranchId, CopyId, TitleId } from '../../domain/values/ids'
import type { Ore } from '../../domain/values/ore'
import type { MaterialGroup } from '../../domain/policy/material-group'
import {
  openNumber,
  openNumberOrNull,
  openText,
  openTextOrNull,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

export type CopyStatus = 'onShelf' | 'onLoan' | 'setAside' | 'inTransit' | 'ready' | 'lost' | 'withdrawn'

/** Copies, without personal data. Who has a copy is in the table of loans; for whom it is reserved, in that of reserved copies. */
export const copiesTable = defineTable(
  'copies',
  {
    copy: openText<CopyId>(),
    title: openText<TitleId>(),
    /** The branch that acquired it. */
    homeBranch: openText<BranchId>(),
    /** The branch where it is, or was last seen. */
    branch: openText<BranchId>(),
    group: openText<MaterialGroup>(),
    ageLimit: openNumberOrNull(),
    /** In øre. */
    price: openNumber<Ore>(),
    name: openText(),
    author: openTextOrNull(),
    status: openText<CopyStatus>(),
  },
  ['copy'],
  [['title']],
)
export type CopyRow = TableRow<typeof copiesTable>

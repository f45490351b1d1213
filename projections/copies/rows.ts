import type { BranchId, CopyId, TitleId } from '../../domain/values/ids'
import type { Ore } from '../../domain/values/ore'
import type { MaterialGroup } from '../../domain/policy/material-group'
import { openNumber, openNumberOrNull, openText, openTextOrNull, table, type Row } from '../kernel/table'

export type CopyStatus = 'onShelf' | 'onLoan' | 'setAside' | 'inTransit' | 'ready' | 'lost' | 'withdrawn'

/** Facts about copies. Who has one, or whom it is kept for, stands with the loan and on the shelf. */
export const copies = table(
  'copies',
  {
    copy: openText<CopyId>(),
    title: openText<TitleId>(),
    /** The branch that acquired it, and the one where it stands or was last seen. */
    homeBranch: openText<BranchId>(),
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
export type Copy = Row<typeof copies>

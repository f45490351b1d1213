import type { BorrowerId, BranchId, CopyId } from '../../domain/values/ids'
import { first, type Rows } from '../kernel/rows'
import { shelf, type KeptCopy } from './rows'

/** The pick-up shelf of a branch, by pick-up number. */
export const pickUpShelf =
  (branch: BranchId) =>
  (rows: Rows): ReadonlyArray<KeptCopy> =>
    rows.find(shelf, { where: { branch, state: 'ready' }, orderBy: ['pickUpNumber', 'setAside'] })

/** Copies at a branch that are set aside and wait to be sent, or to be put on the pick-up shelf. */
export const setAsideAt =
  (branch: BranchId) =>
  (rows: Rows): ReadonlyArray<KeptCopy> =>
    rows.find(shelf, { where: { branch, state: 'setAside' }, orderBy: ['setAside'] })

/** For whom a copy is kept, and how far it has come; undefined when it is kept for nobody. */
export const keptFor =
  (copy: CopyId) =>
  (rows: Rows): KeptCopy | undefined =>
    first(rows, shelf, { where: { copy } })

/** The copies that are kept for a borrower, wherever they have come. */
export const keptCopiesOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<KeptCopy> =>
    rows.find(shelf, { where: { borrower }, orderBy: ['setAside'] })

/** Every copy that is kept for somebody, by the id of its set-aside, which is random. */
export const keptCopies = (rows: Rows): ReadonlyArray<KeptCopy> => rows.find(shelf, { orderBy: ['setAside'] })

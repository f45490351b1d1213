import type { CopyId, TitleId } from '../../domain/values/ids'
import { loanOfCopy } from '../loans/queries'
import type { Loan } from '../loans/rows'
import { first, type Rows } from '../kernel/rows'
import { queueLength } from '../queue/queries'
import type { KeptCopy } from '../queue/rows'
import { keptFor } from '../queue/shelf'
import { copies, type Copy, type CopyStatus } from './rows'

export const copyById =
  (copy: CopyId) =>
  (rows: Rows): Copy | undefined =>
    first(rows, copies, { where: { copy } })

/** Every copy of a title, withdrawn ones included, by item number. */
export const copiesOf =
  (title: TitleId) =>
  (rows: Rows): ReadonlyArray<Copy> =>
    rows.find(copies, { where: { title }, orderBy: ['copy'] })

/** A copy with who has it or whom it is kept for, as far as that is not forgotten. For staff. */
export interface CopyAndHolder {
  readonly copy: Copy
  readonly loan: Loan | undefined
  readonly keptFor: KeptCopy | undefined
}

export const copyAndHolder =
  (id: CopyId) =>
  (rows: Rows): CopyAndHolder | undefined => {
    const copy = copyById(id)(rows)
    return copy && { copy, loan: loanOfCopy(id)(rows), keptFor: keptFor(id)(rows) }
  }

/** What the catalogue tells of a title, and nothing of a person. */
export interface TitleStatus {
  readonly title: TitleId
  readonly name: string
  readonly author: string | null
  readonly copies: ReadonlyArray<Copy>
  readonly byStatus: Readonly<Partial<Record<CopyStatus, number>>>
  /** How many have reserved it. */
  readonly queue: number
}

/** The state of a title; undefined when the library has never had a copy of it. */
export const titleStatus =
  (title: TitleId) =>
  (rows: Rows): TitleStatus | undefined => {
    const all = copiesOf(title)(rows)
    const [one] = all
    if (one === undefined) return undefined
    const byStatus: Partial<Record<CopyStatus, number>> = {}
    for (const { status } of all) byStatus[status] = (byStatus[status] ?? 0) + 1
    return { title, name: one.name, author: one.author, copies: all, byStatus, queue: queueLength(title)(rows) }
  }

/** The name under which the catalogue knows a title. */
export const nameOf =
  (title: TitleId) =>
  (rows: Rows): string | undefined =>
    first(rows, copies, { where: { title } })?.name

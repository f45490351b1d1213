import { either as E } from 'fp-ts'
import type { BranchId, CopyId, TitleId } from '../../values/ids'
import type { Ore } from '../../values/ore'
import type { MaterialGroup } from '../../policy/material-group'
import type { Decision } from '../decision'
import { CopyAcquired } from '../events/copy-acquired'
import { refuse } from '../refusal'

/** Takes a copy into the collection, with the catalogue's own fields. */
export interface Acquire {
  readonly type: 'Acquire'
  readonly copy: CopyId
  readonly title: TitleId
  readonly branch: BranchId
  readonly group: MaterialGroup
  /** In whole years; null is no limit. */
  readonly ageLimit: number | null
  /** What it costs to replace, in øre. */
  readonly price: Ore
  readonly name: string
  readonly author: string | null
}

/** Refused when the number is taken. */
export const acquire =
  ({ type: _type, ...open }: Acquire): Decision =>
  (state) =>
    state._tag === 'Unknown' ? E.right([CopyAcquired(open, {})]) : refuse({ _tag: 'CopyIsAcquiredAlready' })

import { either as E } from 'fp-ts'
import type { BranchId, CopyId, TitleId } from '../../values/ids'
import type { Volume } from '../../values/volume'
import type { Ore } from '../../values/ore'
import type { MaterialGroup } from '../../policy/material-group'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyAcquired } from '../events/copy-acquired'
import { ShelfMarkChanged } from '../events/shelf-mark-changed'
import { refuseCopyCommand } from '../copy-refusal'

/** Adds a copy to the collection, with the fields of the catalogue. */
export interface AcquireCopy {
  readonly type: 'Acquire'
  readonly copy: CopyId
  readonly title: TitleId
  readonly branch: BranchId
  readonly group: MaterialGroup
  /** In whole years; null is no limit. */
  readonly ageLimit: number | null
  /** The price of a replacement, in øre. */
  readonly price: Ore
  readonly name: string
  readonly author: string | null
  /** Of a periodical; undefined for any other copy. */
  readonly volume?: Volume | null | undefined
  /** By which it is found on the shelf; undefined when it has none yet. */
  readonly shelfMark?: string | undefined
}

/** Refused when the item number is taken. */
export const decideAcquireCopy =
  ({ type: _type, shelfMark, volume, ...open }: AcquireCopy): DecideFromState =>
  (state) =>
    state._tag === 'Unknown'
      ? E.right([
          CopyAcquired({ ...open, volume: volume ?? null }, {}),
          ...(shelfMark === undefined ? [] : [ShelfMarkChanged({ copy: open.copy, shelfMark }, {})]),
        ])
      : refuseCopyCommand({ _tag: 'CopyIsAcquiredAlready' })

import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BranchId, CopyId, TitleId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { Volume } from '../../values/volume'
import { MaterialGroup } from '../../policy/material-group'

const open = {
  copy: CopyId,
  title: TitleId,
  branch: BranchId,
  group: MaterialGroup,
  ageLimit: nullable(t.number),
  price: Ore,
  name: t.string,
  author: nullable(t.string),
}

/** The first version: of a copy without a volume. */
export const CopyAcquiredVersion1: AnyEventDefinition & { readonly type: 'CopyAcquired' } = defineEvent(
  'CopyAcquired',
  1,
  { open, sealed: {} },
)

/** A copy was added to the collection, with the fields of the catalogue (name, author), and of a periodical its volume. */
export const CopyAcquired = defineEvent(
  'CopyAcquired',
  2,
  { open: { ...open, volume: nullable(Volume) }, sealed: {} },
  { open: (part) => ({ ...(part as object), volume: null }), sealed: {} },
)
export type CopyAcquired = EventOf<typeof CopyAcquired>

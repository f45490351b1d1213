import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BranchId, CopyId, TitleId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { MaterialGroup } from '../../policy/material-group'

/** A copy was added to the collection, with the fields of the catalogue (name, author). */
export const CopyAcquired = defineEvent('CopyAcquired', 1, {
  open: {
    copy: CopyId,
    title: TitleId,
    branch: BranchId,
    group: MaterialGroup,
    ageLimit: nullable(t.number),
    price: Ore,
    name: t.string,
    author: nullable(t.string),
  },
  sealed: {},
})
export type CopyAcquired = EventOf<typeof CopyAcquired>

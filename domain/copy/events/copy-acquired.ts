import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/record'
import { BranchId, CopyId, TitleId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { MaterialGroup } from '../../policy/material-group'

/** A copy has come into the collection; the catalogue's own fields (name, author) stand with it. */
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

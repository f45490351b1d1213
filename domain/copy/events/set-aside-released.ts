import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BranchId, CopyId, SetAsideId, TitleId } from '../../values/ids'

/** A copy is no longer kept for anybody: it was lent to whom it was kept for, or the reservation ended. */
export const SetAsideReleased = defineEvent('SetAsideReleased', 1, {
  open: {
    setAside: SetAsideId,
    copy: CopyId,
    title: TitleId,
    branch: BranchId,
    because: t.union([t.literal('lent'), t.literal('reservation ended'), t.literal('copy gone')]),
  },
  sealed: {},
})
export type SetAsideReleased = EventOf<typeof SetAsideReleased>

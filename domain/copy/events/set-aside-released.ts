import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BranchId, CopyId, SetAsideId, TitleId } from '../../values/ids'

/**
 * A reserved copy was released: it was lent to its borrower, the reservation ended or needs another copy, or the copy is
 * gone.
 */
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

import { defineEvent, type EventOf } from '../../event/define-event'
import { CopyId, TitleId } from '../../values/ids'

/** A copy was removed from the collection. */
export const CopyWithdrawn = defineEvent('CopyWithdrawn', 1, { open: { copy: CopyId, title: TitleId }, sealed: {} })
export type CopyWithdrawn = EventOf<typeof CopyWithdrawn>

import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { CopyId } from '../../values/ids'

/** A copy got its shelf mark (opstilling), by which it is found on the shelf: its first, or another. */
export const ShelfMarkChanged = defineEvent('ShelfMarkChanged', 1, {
  open: { copy: CopyId, shelfMark: t.string },
  sealed: {},
})
export type ShelfMarkChanged = EventOf<typeof ShelfMarkChanged>

import { defineEvent, type EventOf } from '../../event/define-event'
import { CopyId, UnmatchedId } from '../../values/ids'

/** Staff resolved an act of a machine that was not run. */
export const UnmatchedActResolved = defineEvent('UnmatchedActResolved', 1, {
  open: { unmatched: UnmatchedId, copy: CopyId },
  sealed: {},
})
export type UnmatchedActResolved = EventOf<typeof UnmatchedActResolved>

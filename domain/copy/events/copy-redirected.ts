import { defineEvent, type EventOf } from '../../event/define-event'
import { BranchId, CopyId, SetAsideId, TitleId } from '../../values/ids'

/**
 * The pick-up branch of a reservation changed while its copy stood ready. The copy stays reserved. It is to be fetched
 * from the pick-up shelf of `branch`, and is sent on when it is scanned.
 */
export const CopyRedirected = defineEvent('CopyRedirected', 1, {
  open: { setAside: SetAsideId, copy: CopyId, title: TitleId, branch: BranchId },
  sealed: { setAside: { pickUpBranch: BranchId } },
})
export type CopyRedirected = EventOf<typeof CopyRedirected>

import type { ClaimedCopyFound } from './events/claimed-copy-found'
import type { ClaimedLoanWrittenOff } from './events/claimed-loan-written-off'
import type { CopyAcquired } from './events/copy-acquired'
import type { CopyBilledAsLost } from './events/copy-billed-as-lost'
import type { CopyFound } from './events/copy-found'
import type { CopyHandedIn } from './events/copy-handed-in'
import type { CopyMissing } from './events/copy-missing'
import type { CopyPutOnPullList } from './events/copy-put-on-pull-list'
import type { CopyReady } from './events/copy-ready'
import type { CopyRedirected } from './events/copy-redirected'
import type { CopySent } from './events/copy-sent'
import type { CopySetAside } from './events/copy-set-aside'
import type { CopyWithdrawn } from './events/copy-withdrawn'
import type { LoanClaimedReturned } from './events/loan-claimed-returned'
import type { LoanRenewed } from './events/loan-renewed'
import type { LoanReturned } from './events/loan-returned'
import type { LoanStarted } from './events/loan-started'
import type { LoanUndone } from './events/loan-undone'
import type { ReturnClaimWithdrawn } from './events/return-claim-withdrawn'
import type { SetAsideReleased } from './events/set-aside-released'
import type { LoanCaseResolved } from './events/loan-case-resolved'
import type { LoanEndCorrected } from './events/loan-end-corrected'
import type { PastLoanRecorded } from './events/past-loan-recorded'
import type { RenewalConflictRecorded } from './events/renewal-conflict-recorded'
import type { UnlentReturnRecorded } from './events/unlent-return-recorded'
import type { UnmatchedActRecorded } from './events/unmatched-act-recorded'
import type { UnmatchedActResolved } from './events/unmatched-act-resolved'
import type { ShelfMarkChanged } from './events/shelf-mark-changed'

/** The events of a copy's stream. */
export type CopyEvent =
  | CopyAcquired
  | ShelfMarkChanged
  | LoanStarted
  | LoanRenewed
  | LoanReturned
  | LoanUndone
  | CopyBilledAsLost
  | LoanClaimedReturned
  | ReturnClaimWithdrawn
  | ClaimedCopyFound
  | ClaimedLoanWrittenOff
  | CopyHandedIn
  | CopyFound
  | CopyPutOnPullList
  | CopyMissing
  | CopySetAside
  | CopySent
  | CopyReady
  | CopyRedirected
  | SetAsideReleased
  | CopyWithdrawn
  | LoanCaseResolved
  | LoanEndCorrected
  | PastLoanRecorded
  | RenewalConflictRecorded
  | UnlentReturnRecorded
  | UnmatchedActRecorded
  | UnmatchedActResolved

import { borrowerEventDefinitions } from './borrower/borrower-event-definitions'
import { DayClosed } from './calendar/events/day-closed'
import { DayOpened } from './calendar/events/day-opened'
import { MonthClosed } from './calendar/events/month-closed'
import { MonthCounted, MonthCountedVersion1 } from './calendar/events/month-counted'
import { MonthOpened } from './calendar/events/month-opened'
import { ClaimedCopyFound } from './copy/events/claimed-copy-found'
import { ClaimedLoanWrittenOff } from './copy/events/claimed-loan-written-off'
import { CopyAcquired, CopyAcquiredVersion1 } from './copy/events/copy-acquired'
import { CopyBilledAsLost } from './copy/events/copy-billed-as-lost'
import { CopyFound } from './copy/events/copy-found'
import { CopyHandedIn } from './copy/events/copy-handed-in'
import { CopyMissing } from './copy/events/copy-missing'
import { CopyPutOnPullList } from './copy/events/copy-put-on-pull-list'
import { CopyReady } from './copy/events/copy-ready'
import { CopyRedirected } from './copy/events/copy-redirected'
import { CopySent } from './copy/events/copy-sent'
import { CopySetAside } from './copy/events/copy-set-aside'
import { CopyWithdrawn } from './copy/events/copy-withdrawn'
import { LoanClaimedReturned } from './copy/events/loan-claimed-returned'
import { LoanRenewed, LoanRenewedVersion1 } from './copy/events/loan-renewed'
import { LoanReturned } from './copy/events/loan-returned'
import { LoanStarted, LoanStartedVersion1 } from './copy/events/loan-started'
import { LoanUndone } from './copy/events/loan-undone'
import { ReturnClaimWithdrawn } from './copy/events/return-claim-withdrawn'
import { SetAsideReleased } from './copy/events/set-aside-released'
import { LoanCaseResolved } from './copy/events/loan-case-resolved'
import { LoanEndCorrected } from './copy/events/loan-end-corrected'
import { PastLoanRecorded } from './copy/events/past-loan-recorded'
import { RenewalConflictRecorded } from './copy/events/renewal-conflict-recorded'
import { UnlentReturnRecorded } from './copy/events/unlent-return-recorded'
import { UnmatchedActRecorded } from './copy/events/unmatched-act-recorded'
import { UnmatchedActResolved } from './copy/events/unmatched-act-resolved'
import { ShelfMarkChanged } from './copy/events/shelf-mark-changed'
import { BackupHorizonDeclared } from './erasure/events/backup-horizon-declared'
import { BackupHorizonPassed } from './erasure/events/backup-horizon-passed'
import { ErasureDue } from './erasure/events/erasure-due'
import { ScopeLost } from './erasure/events/scope-lost'
import { ScopesErased } from './erasure/events/scopes-erased'
import { DisclosureMade } from './disclosure/events/disclosure-made'
import { feeEventDefinitions } from './fee/fee-event-definitions'
import { footageEventDefinitions } from './footage/footage-event-definitions'
import { holdEventDefinitions } from './hold/hold-event-definitions'
import { ImportFinished } from './import/events/import-finished'
import { ImportStarted } from './import/events/import-started'
import { messageEventDefinitions } from './message/message-event-definitions'
import { AccessRecorded, AccessRecordedVersion1 } from './access/events/access-recorded'
import { GuardianPapersUnconfirmed } from './guardian-papers/events/guardian-papers-unconfirmed'
import { UnconfirmedGuardianPapersDestroyed } from './guardian-papers/events/unconfirmed-guardian-papers-destroyed'
import { MessagesCounted } from './message-count/events/messages-counted'
import { noticeEventDefinitions } from './notice/notice-event-definitions'
import { PaymentCompleted } from './payment/events/payment-completed'
import { PaymentMade, PaymentMadeVersion1 } from './payment/events/payment-made'
import { PaymentStarted } from './payment/events/payment-started'
import { ReceiptSpent } from './receipt/events/receipt-spent'
import { parallelReservationEventDefinitions } from './parallel-reservation/parallel-reservation-event-definitions'
import { viewingEventDefinitions } from './viewing/viewing-event-definitions'
import { PageVisitsCounted } from './server-log/events/page-visits-counted'
import { ServerLogWritten } from './server-log/events/server-log-written'
import { ServerLogOpened } from './server-log-opening/events/server-log-opened'
import { titleEventDefinitions } from './title/title-event-definitions'
import { VisitorsCounted } from './visitors/events/visitors-counted'

/** Every event that can stand in a log, in each of its versions. */
export const eventDefinitions = [
  ...borrowerEventDefinitions,
  DayClosed,
  DayOpened,
  MonthClosed,
  MonthCountedVersion1,
  MonthCounted,
  MonthOpened,
  ClaimedCopyFound,
  ClaimedLoanWrittenOff,
  CopyAcquiredVersion1,
  CopyAcquired,
  CopyBilledAsLost,
  CopyFound,
  CopyHandedIn,
  CopyMissing,
  CopyPutOnPullList,
  CopyReady,
  CopyRedirected,
  CopySent,
  CopySetAside,
  CopyWithdrawn,
  LoanClaimedReturned,
  LoanRenewedVersion1,
  LoanRenewed,
  LoanReturned,
  LoanStartedVersion1,
  LoanStarted,
  LoanUndone,
  ReturnClaimWithdrawn,
  SetAsideReleased,
  LoanCaseResolved,
  LoanEndCorrected,
  PastLoanRecorded,
  RenewalConflictRecorded,
  UnlentReturnRecorded,
  UnmatchedActRecorded,
  UnmatchedActResolved,
  ShelfMarkChanged,
  BackupHorizonDeclared,
  BackupHorizonPassed,
  ErasureDue,
  ScopeLost,
  ScopesErased,
  ...feeEventDefinitions,
  DisclosureMade,
  ...footageEventDefinitions,
  ...viewingEventDefinitions,
  ...holdEventDefinitions,
  ImportFinished,
  ImportStarted,
  ...messageEventDefinitions,
  MessagesCounted,
  AccessRecordedVersion1,
  AccessRecorded,
  GuardianPapersUnconfirmed,
  UnconfirmedGuardianPapersDestroyed,
  ...noticeEventDefinitions,
  PaymentCompleted,
  PaymentMadeVersion1,
  PaymentMade,
  PaymentStarted,
  ReceiptSpent,
  ...parallelReservationEventDefinitions,
  ...titleEventDefinitions,
  PageVisitsCounted,
  ServerLogOpened,
  ServerLogWritten,
  VisitorsCounted,
] as const

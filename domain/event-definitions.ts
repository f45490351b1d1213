import { AbsenceChanged } from './borrower/events/absence-changed'
import { AbsenceEnded } from './borrower/events/absence-ended'
import { AbsenceRemoved } from './borrower/events/absence-removed'
import { AbsenceSet } from './borrower/events/absence-set'
import { BlockLifted } from './borrower/events/block-lifted'
import { BlockSet } from './borrower/events/block-set'
import { BorrowerLapsed } from './borrower/events/borrower-lapsed'
import { BorrowerRegistered, BorrowerRegisteredVersion1 } from './borrower/events/borrower-registered'
import { BorrowerSeen } from './borrower/events/borrower-seen'
import { CardIssued } from './borrower/events/card-issued'
import { CardReportedStolen } from './borrower/events/card-reported-stolen'
import { ContactChanged } from './borrower/events/contact-changed'
import { ErasureRequested } from './borrower/events/erasure-requested'
import { GuardianCorrected } from './borrower/events/guardian-corrected'
import { GuardianPaperDestroyed } from './borrower/events/guardian-paper-destroyed'
import { GuardianRegistered } from './borrower/events/guardian-registered'
import { GuardianshipEnded } from './borrower/events/guardianship-ended'
import { HistoryConsentGiven } from './borrower/events/history-consent-given'
import { HistoryConsentWithdrawn } from './borrower/events/history-consent-withdrawn'
import { HistoryWritten } from './borrower/events/history-written'
import { IdentityChanged } from './borrower/events/identity-changed'
import { PinSet } from './borrower/events/pin-set'
import { NotesRemoved } from './borrower/events/notes-removed'
import { NotesReplaced } from './borrower/events/notes-replaced'
import { NotesWritten } from './borrower/events/notes-written'
import { PreferencesChanged } from './borrower/events/preferences-changed'
import { PreferencesSet } from './borrower/events/preferences-set'
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
import { LoanRenewed } from './copy/events/loan-renewed'
import { LoanReturned } from './copy/events/loan-returned'
import { LoanStarted } from './copy/events/loan-started'
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
import { FeeCancelled, FeeCancelledVersion1 } from './fee/events/fee-cancelled'
import { FeeJoined } from './fee/events/fee-joined'
import { FeeLevied } from './fee/events/fee-levied'
import { FeePaid } from './fee/events/fee-paid'
import { FeeReduced } from './fee/events/fee-reduced'
import { FeeReimbursed } from './fee/events/fee-reimbursed'
import { FeeSettled } from './fee/events/fee-settled'
import { FeeWaived } from './fee/events/fee-waived'
import { FeeWrittenOff } from './fee/events/fee-written-off'
import { ReimbursementGranted } from './fee/events/reimbursement-granted'
import { ReimbursementPaidOut } from './fee/events/reimbursement-paid-out'
import { WriteOffReduced } from './fee/events/write-off-reduced'
import { HoldProlonged } from './hold/events/hold-prolonged'
import { HoldReleased } from './hold/events/hold-released'
import { HoldSet } from './hold/events/hold-set'
import { ImportFinished } from './import/events/import-finished'
import { ImportStarted } from './import/events/import-started'
import { MessageAttemptFailed } from './message/events/message-attempt-failed'
import { MessageFailed } from './message/events/message-failed'
import { MessageMade } from './message/events/message-made'
import { MessageSent } from './message/events/message-sent'
import { PaymentCompleted } from './payment/events/payment-completed'
import { PaymentMade } from './payment/events/payment-made'
import { ReceiptSpent } from './receipt/events/receipt-spent'
import { parallelReservationEventDefinitions } from './parallel-reservation/parallel-reservation-event-definitions'
import { titleEventDefinitions } from './title/title-event-definitions'

/** Every event that can stand in a log, in each of its versions. */
export const eventDefinitions = [
  AbsenceChanged,
  AbsenceEnded,
  AbsenceRemoved,
  AbsenceSet,
  BlockLifted,
  BlockSet,
  BorrowerLapsed,
  BorrowerRegisteredVersion1,
  BorrowerRegistered,
  BorrowerSeen,
  CardIssued,
  CardReportedStolen,
  ContactChanged,
  ErasureRequested,
  GuardianCorrected,
  GuardianPaperDestroyed,
  GuardianRegistered,
  GuardianshipEnded,
  HistoryConsentGiven,
  HistoryConsentWithdrawn,
  HistoryWritten,
  IdentityChanged,
  PinSet,
  NotesRemoved,
  NotesReplaced,
  NotesWritten,
  PreferencesChanged,
  PreferencesSet,
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
  LoanRenewed,
  LoanReturned,
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
  FeeCancelledVersion1,
  FeeCancelled,
  FeeJoined,
  FeeLevied,
  FeePaid,
  FeeReduced,
  FeeReimbursed,
  FeeSettled,
  FeeWaived,
  FeeWrittenOff,
  ReimbursementGranted,
  ReimbursementPaidOut,
  WriteOffReduced,
  HoldProlonged,
  HoldReleased,
  HoldSet,
  ImportFinished,
  ImportStarted,
  MessageAttemptFailed,
  MessageFailed,
  MessageMade,
  MessageSent,
  PaymentCompleted,
  PaymentMade,
  ReceiptSpent,
  ...parallelReservationEventDefinitions,
  ...titleEventDefinitions,
] as const

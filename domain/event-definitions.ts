import { BlockLifted } from './borrower/events/block-lifted'
import { BlockSet } from './borrower/events/block-set'
import { BorrowerLapsed } from './borrower/events/borrower-lapsed'
import { BorrowerRegistered } from './borrower/events/borrower-registered'
import { BorrowerSeen } from './borrower/events/borrower-seen'
import { ContactChanged } from './borrower/events/contact-changed'
import { ErasureRequested } from './borrower/events/erasure-requested'
import { PreferencesChanged } from './borrower/events/preferences-changed'
import { DayClosed } from './calendar/events/day-closed'
import { DayOpened } from './calendar/events/day-opened'
import { MonthClosed } from './calendar/events/month-closed'
import { MonthCounted } from './calendar/events/month-counted'
import { MonthOpened } from './calendar/events/month-opened'
import { CopyAcquired } from './copy/events/copy-acquired'
import { CopyBilledAsLost } from './copy/events/copy-billed-as-lost'
import { CopyFound } from './copy/events/copy-found'
import { CopyHandedIn } from './copy/events/copy-handed-in'
import { CopyMissing } from './copy/events/copy-missing'
import { CopyPutOnPullList } from './copy/events/copy-put-on-pull-list'
import { CopyReady } from './copy/events/copy-ready'
import { CopySent } from './copy/events/copy-sent'
import { CopySetAside } from './copy/events/copy-set-aside'
import { CopyWithdrawn } from './copy/events/copy-withdrawn'
import { LoanRenewed } from './copy/events/loan-renewed'
import { LoanReturned } from './copy/events/loan-returned'
import { LoanStarted } from './copy/events/loan-started'
import { LoanUndone } from './copy/events/loan-undone'
import { SetAsideReleased } from './copy/events/set-aside-released'
import { LoanCaseResolved } from './copy/events/loan-case-resolved'
import { LoanEndCorrected } from './copy/events/loan-end-corrected'
import { PastLoanRecorded } from './copy/events/past-loan-recorded'
import { RenewalConflictRecorded } from './copy/events/renewal-conflict-recorded'
import { UnlentReturnRecorded } from './copy/events/unlent-return-recorded'
import { UnmatchedActRecorded } from './copy/events/unmatched-act-recorded'
import { UnmatchedActResolved } from './copy/events/unmatched-act-resolved'
import { ShelfMarkChanged } from './copy/events/shelf-mark-changed'
import { ErasureDue } from './erasure/events/erasure-due'
import { ScopesErased } from './erasure/events/scopes-erased'
import { FeeCancelled } from './fee/events/fee-cancelled'
import { FeeJoined } from './fee/events/fee-joined'
import { FeeLevied } from './fee/events/fee-levied'
import { FeePaid } from './fee/events/fee-paid'
import { FeeSettled } from './fee/events/fee-settled'
import { FeeWaived } from './fee/events/fee-waived'
import { ImportFinished } from './import/events/import-finished'
import { ImportStarted } from './import/events/import-started'
import { PaymentCompleted } from './payment/events/payment-completed'
import { PaymentMade } from './payment/events/payment-made'
import { ReservationCancelled } from './title/events/reservation-cancelled'
import { ReservationChanged } from './title/events/reservation-changed'
import { ReservationExpired } from './title/events/reservation-expired'
import { ReservationFulfilled } from './title/events/reservation-fulfilled'
import { ReservationMade } from './title/events/reservation-made'
import { ReservationNotReady } from './title/events/reservation-not-ready'
import { ReservationReady } from './title/events/reservation-ready'

/** Every event that can stand in a log, in each of its versions. */
export const eventDefinitions = [
  BlockLifted,
  BlockSet,
  BorrowerLapsed,
  BorrowerRegistered,
  BorrowerSeen,
  ContactChanged,
  ErasureRequested,
  PreferencesChanged,
  DayClosed,
  DayOpened,
  MonthClosed,
  MonthCounted,
  MonthOpened,
  CopyAcquired,
  CopyBilledAsLost,
  CopyFound,
  CopyHandedIn,
  CopyMissing,
  CopyPutOnPullList,
  CopyReady,
  CopySent,
  CopySetAside,
  CopyWithdrawn,
  LoanRenewed,
  LoanReturned,
  LoanStarted,
  LoanUndone,
  SetAsideReleased,
  LoanCaseResolved,
  LoanEndCorrected,
  PastLoanRecorded,
  RenewalConflictRecorded,
  UnlentReturnRecorded,
  UnmatchedActRecorded,
  UnmatchedActResolved,
  ShelfMarkChanged,
  ErasureDue,
  ScopesErased,
  FeeCancelled,
  FeeJoined,
  FeeLevied,
  FeePaid,
  FeeSettled,
  FeeWaived,
  ImportFinished,
  ImportStarted,
  PaymentCompleted,
  PaymentMade,
  ReservationCancelled,
  ReservationChanged,
  ReservationExpired,
  ReservationFulfilled,
  ReservationMade,
  ReservationNotReady,
  ReservationReady,
] as const

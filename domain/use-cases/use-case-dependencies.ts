import type { TaskEither } from 'fp-ts/TaskEither'
import type { CommandHandlingDependencies } from '../command-handling/handle-command'
import type { InfrastructureError } from '../command-handling/command-error'
import type { Day } from '../values/day'
import type { IdempotencyId, StatisticsId } from '../values/ids'
import type { Month } from '../values/month'
import type { PolicyByDay } from '../policy/policy-by-day'
import type { StoreUnavailable } from '../ports/event-store'
import type { BorrowerLock } from '../ports/borrower-lock'
import type { PrepareErasedMessage } from '../ports/erased-message'
import type { LivePictures } from '../ports/live-pictures'
import type { FootageContent } from '../ports/footage-content'
import type { EncryptCollectionFile } from '../ports/collection-file-encryption'
import type { PaymentProvider } from '../ports/payment-provider'
import type { PaymentReceiptSigner } from '../ports/payment-receipt-signer'
import type { DecisionQueries } from '../ports/decision-queries'
import type { LegalHoldQueries } from '../ports/legal-hold-queries'

/** A day that commands have named, and the scope under which their idempotency keys are recognised. */
export interface IdempotencyDay {
  readonly day: Day
  readonly idempotency: IdempotencyId
}

/** The scopes of the calendar. Each is opened when it is first needed. */
export interface CalendarScopes {
  readonly idempotencyScopeOf: (day: Day) => TaskEither<InfrastructureError, IdempotencyId>
  /** The opened days among the 14 before a day, newest first. Opens none. */
  readonly idempotencyDaysBefore: (day: Day) => TaskEither<InfrastructureError, ReadonlyArray<IdempotencyDay>>
  readonly statisticsScopeOf: (month: Month) => TaskEither<InfrastructureError, StatisticsId>
}

/** What the use cases need. */
export interface UseCaseDependencies {
  readonly commandHandling: CommandHandlingDependencies
  readonly policy: PolicyByDay
  readonly borrowerLock: BorrowerLock
  /**
   * Runs one task at a time for a name: a number of a registration, or an idempotency key. Names stay in memory. When
   * the lock cannot be taken, the task is not run.
   */
  readonly namedLock: (name: string) => <E, A>(task: TaskEither<E, A>) => TaskEither<E | StoreUnavailable, A>
  readonly decisionQueries: DecisionQueries
  readonly holdQueries: LegalHoldQueries
  readonly calendarScopes: CalendarScopes
  readonly receiptSigner: PaymentReceiptSigner
  readonly prepareErasedMessage: PrepareErasedMessage
  readonly encryptCollectionFile: EncryptCollectionFile
  readonly footageContent: FootageContent
  /** Undefined when the library has been told of no camera. */
  readonly livePictures: LivePictures | undefined
  /** Undefined when no payment service is set up. */
  readonly paymentProvider: PaymentProvider | undefined
  /** Waits until every reactor has passed the present end of each log. */
  readonly waitForReactions: TaskEither<InfrastructureError, void>
}

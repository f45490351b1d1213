import type { AmountIsMoreThanLeft } from '../../../../domain/use-cases/correct-settled-fee'
import type { SpendPaymentReceiptRefusal } from '../../../../domain/use-cases/spend-payment-receipt'
import type { OrderIsAnotherPayout } from '../../../../domain/use-cases/payout-orders'
import type { EstateIsNotCollected, GroupIsNotCollected } from '../../../../domain/use-cases/change-fee-collection'
import type { CollectionRefusal } from '../../../../domain/use-cases/collection-refusal'
import type { FeeIsBeingPaid, FeeIsNotOwed } from '../../../../domain/use-cases/pay-fees'
import type { OnlinePaymentRefusal } from '../../../../domain/use-cases/start-payment'
import type { NumberIsTaken } from '../../../../domain/use-cases/unique-borrower-numbers'
import type { CommandTooLate } from '../../../../domain/use-cases/command-metadata'
import type { FewerPapersAreUnconfirmed } from '../../../../domain/guardian-papers/decide-guardian-papers-command'
import type { BorrowerRefusal } from '../../../../domain/borrower/borrower-refusal'
import type { CopyRefusal } from '../../../../domain/copy/copy-refusal'
import type { ContentIsRefused } from '../../../../domain/footage/content-limits'
import type { FootageRefusal } from '../../../../domain/footage/footage-refusal'
import type { LivePictureError } from '../../../../domain/ports/live-pictures'
import type { ContentReadError, ContentWriteError } from '../../../../domain/ports/content-store'
import type { VideoRequestRefusal } from '../../../../domain/viewing/video-request-refusal'
import type { FeeRefusal } from '../../../../domain/fee/fee-refusal'
import type { MessageRefusal } from '../../../../domain/message/message-refusal'
import type { LegalHoldRefusal } from '../../../../domain/hold/legal-hold-refusal'
import type { ServerLogRefusal } from '../../../../domain/server-log-opening/server-log-refusal'
import type { CommandRefused, InfrastructureError } from '../../../../domain/command-handling/command-error'
import type { ParallelReservationRefusal } from '../../../../domain/parallel-reservation/parallel-reservation-refusal'
import type { PaymentRefusal } from '../../../../domain/payment/payment-refusal'
import type { TitleRefusal } from '../../../../domain/title/title-refusal'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { TokenIsRefused, TokensUnavailable } from '../tokens/token-verifier'
import type { HttpRequestFailure } from './http-request-failure'

/** The path names a reimbursement, so it is unknown, or paid out. The problem types are those of a fee. */
export interface ReimbursementRefusal {
  readonly _tag: 'FeeIsUnknown' | 'FeeIsSettled'
  readonly isReimbursement: true
}

/** Every refusal of a command that HTTP can send. */
export type CommandRefusalOverHttp =
  | CopyRefusal
  | TitleRefusal
  | BorrowerRefusal
  | FeeRefusal
  | LegalHoldRefusal
  | MessageRefusal
  | ServerLogRefusal
  | ReimbursementRefusal
  | ParallelReservationRefusal
  | PaymentRefusal
  | NumberIsTaken
  | FeeIsNotOwed
  | FeeIsBeingPaid
  | EstateIsNotCollected
  | GroupIsNotCollected
  | OnlinePaymentRefusal
  | CollectionRefusal
  | AmountIsMoreThanLeft
  | OrderIsAnotherPayout
  | SpendPaymentReceiptRefusal
  | FewerPapersAreUnconfirmed
  | FootageRefusal
  | ContentIsRefused
  | VideoRequestRefusal

type LeftOf<T> = T extends () => Promise<infer P>
  ? P extends { readonly _tag: 'Left'; readonly left: infer E }
    ? E
    : never
  : never

/** What can go wrong when the library's clock is moved. */
type ClockFailure = LeftOf<ReturnType<RunningLibrary['clock']['moveTo']>>

/** The body names something that does not exist, or a member of it has a value that is refused. */
export interface RefusedInBody {
  readonly _tag: 'RefusedInBody'
  /** A JSON pointer to the member. */
  readonly pointer: string
  /** What is answered, with status 422; a number that is in use with 409. */
  readonly failure: HttpFailure
}

/** An act that is too long ago is not run, and staff have a case of it. */
interface TooLateWithCase extends CommandTooLate {
  readonly hasCase: true
}

/** Everything that a request can fail with. */
export type HttpFailure =
  | CommandRefused<CommandRefusalOverHttp>
  | InfrastructureError
  | CommandTooLate
  | TooLateWithCase
  | ClockFailure
  | TokenIsRefused
  | TokensUnavailable
  | HttpRequestFailure
  | LivePictureError
  | ContentReadError
  | ContentWriteError
  | RefusedInBody

/** The names of failures; a refusal has its own name, and one about a member of the body that of the failure in it. */
export type FailureTag = Exclude<HttpFailure['_tag'], 'Refused' | 'RefusedInBody'> | CommandRefusalOverHttp['_tag']

import type { FeeIsBeingPaid, FeeIsNotOwed } from '../../../../domain/use-cases/pay'
import type { NumberIsTaken } from '../../../../domain/use-cases/register'
import type { TooLate } from '../../../../domain/use-cases/origin'
import type { BorrowerRefusal } from '../../../../domain/borrower/refusal'
import type { CopyRefusal } from '../../../../domain/copy/refusal'
import type { FeeRefusal } from '../../../../domain/fee/refusal'
import type { Refused, Trouble } from '../../../../domain/command-handling/handling-error'
import type { PaymentRefusal } from '../../../../domain/payment/refusal'
import type { TitleRefusal } from '../../../../domain/title/refusal'
import type { System } from '../../../processes/running/system'
import type { TokenIsRefused, TokensUnavailable } from '../tokens/tokens'
import type { EdgeFailure } from './edge-failure'

/** Every answer by which the library will not carry out a command that HTTP can bring. */
export type Refusal =
  | CopyRefusal
  | TitleRefusal
  | BorrowerRefusal
  | FeeRefusal
  | PaymentRefusal
  | NumberIsTaken
  | FeeIsNotOwed
  | FeeIsBeingPaid

type LeftOf<T> = T extends () => Promise<infer P>
  ? P extends { readonly _tag: 'Left'; readonly left: infer E }
    ? E
    : never
  : never

/** What goes wrong when the library's clock is moved. */
export type ClockFailure = LeftOf<ReturnType<System['clock']['moveTo']>>

/** Whatever may come of a request instead of its answer. */
export type Failure =
  Refused<Refusal> | Trouble | TooLate | ClockFailure | TokenIsRefused | TokensUnavailable | EdgeFailure

/** What is told of by name: failures, and refusals by their own names. */
export type Tag = Exclude<Failure['_tag'], 'Refused'> | Refusal['_tag']

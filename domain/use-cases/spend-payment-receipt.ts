import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused, type CommandRefused, type InfrastructureError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { paymentReceiptAggregate } from '../receipt/payment-receipt-aggregate'
import type { ReceiptSpent } from '../receipt/events/receipt-spent'
import { Receipt } from '../receipt/receipt'
import type { ReceiptRefusal } from '../receipt/payment-receipt-refusal'
import type { Day } from '../values/day'
import { dayOf, type Instant } from '../values/instant'
import type { ReceiptId } from '../values/ids'
import { firstDayOfMonth } from '../values/month'
import type { UseCaseResult } from './use-case-result'
import type { UseCaseDependencies } from './use-case-dependencies'
import {
  commandOriginOfReceiptPayout,
  reimbursementOrReceiptPaidByOrder,
  withPayoutLock,
  type OrderIsAnotherPayout,
} from './payout-orders'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** Somebody presents a receipt. The order id is the idempotency key of the payout. */
interface SpendReceiptRequest {
  readonly text: string
  /** The order id of the payment service or till. One order is one payout. */
  readonly order: string
  readonly at: Instant
}

export type SpendPaymentReceiptRefusal =
  | ReceiptRefusal
  | OrderIsAnotherPayout
  /** This library did not sign it. */
  | { readonly _tag: 'ReceiptIsNotValid' }
  | { readonly _tag: 'ReceiptHasExpired' }
  /** The copy that was paid for is not found. */
  | { readonly _tag: 'CopyIsNotFound' }

const refuse = (_tag: SpendPaymentReceiptRefusal['_tag']): CommandRefused<SpendPaymentReceiptRefusal> =>
  commandRefused({ _tag })

const openReceipt =
  ({ receiptSigner }: UseCaseDependencies) =>
  (text: string): E.Either<CommandRefused<SpendPaymentReceiptRefusal>, Receipt> =>
    pipe(
      E.tryCatch(
        (): unknown => JSON.parse(receiptSigner.open(text) ?? ''),
        () => refuse('ReceiptIsNotValid'),
      ),
      E.filterOrElse(Receipt.is, () => refuse('ReceiptIsNotValid')),
      E.filterOrElse(
        ({ library }) => library === receiptSigner.library,
        () => refuse('ReceiptIsNotValid'),
      ),
    )

const isFoundSince = (paidFrom: Day, learnedOn: Day | null): boolean => learnedOn !== null && learnedOn >= paidFrom

/**
 * Spends a receipt once, when its copy was found. It waits for reactions first: as long as the bill is remembered, a
 * found copy gives the price back by itself, and that spends the receipt. Answers what is to be paid out.
 */
export const spendPaymentReceipt =
  (dependencies: UseCaseDependencies) =>
  (
    request: SpendReceiptRequest,
  ): UseCaseResult<SpendPaymentReceiptRefusal, ReceiptSpent, { readonly receipt: Receipt }> =>
    pipe(
      TE.fromEither(openReceipt(dependencies)(request.text)),
      TE.filterOrElseW(
        ({ validUntil }) => dayOf(request.at) <= validUntil,
        () => refuse('ReceiptHasExpired'),
      ),
      TE.chainFirstW(() => dependencies.waitForReactions),
      TE.bindTo('receipt'),
      TE.bindW('learnedOn', ({ receipt }) => dependencies.decisionQueries.learnedFoundOn(receipt.copy)),
      TE.chainW(({ receipt, learnedOn }) =>
        isFoundSince(firstDayOfMonth(receipt.paidIn), learnedOn)
          ? spendOpened(dependencies)(request, receipt)
          : TE.left(refuse('CopyIsNotFound')),
      ),
    )

/** Refuses an order that has paid out something else. */
const checkOrder =
  (dependencies: UseCaseDependencies, { order, at }: SpendReceiptRequest) =>
  (receipt: ReceiptId): TE.TaskEither<InfrastructureError | CommandRefused<SpendPaymentReceiptRefusal>, void> =>
    pipe(
      reimbursementOrReceiptPaidByOrder(dependencies)(order, at),
      TE.chainW((paidOut) =>
        paidOut === undefined || paidOut === receipt ? TE.right(undefined) : TE.left(refuse('OrderIsAnotherPayout')),
      ),
    )

const spendOpened =
  (dependencies: UseCaseDependencies) =>
  (
    request: SpendReceiptRequest,
    receipt: Receipt,
  ): UseCaseResult<SpendPaymentReceiptRefusal, ReceiptSpent, { readonly receipt: Receipt }> => {
    const id = receipt.receipt
    const metadata = { at: request.at, origin: commandOriginOfReceiptPayout(request.order) }
    return runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(paymentReceiptAggregate)(id))(
      ({ cause }) =>
        pipe(
          checkOrder(dependencies, request)(id),
          TE.chainW(() =>
            handleCommand(dependencies.commandHandling)(paymentReceiptAggregate)(id, cause)({
              type: 'SpendReceipt',
              receipt: id,
            }),
          ),
          TE.map((handled) => ({ ...handled, receipt })),
          withPayoutLock(dependencies)(request.order),
        ),
    )
  }

import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOf } from '../command-handling/aggregate'
import { commandRefused, type CommandRefused } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { receiptAggregate } from '../receipt/aggregate'
import type { ReceiptSpent } from '../receipt/events/receipt-spent'
import { Receipt } from '../receipt/receipt'
import type { ReceiptRefusal } from '../receipt/refusal'
import type { Day } from '../values/day'
import { dayOf } from '../values/instant'
import { firstDayOfMonth } from '../values/month'
import type { UseCaseResult } from './use-case-result'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { withCommandIds } from './with-command-ids'

/** Somebody presents a receipt. Its order id, as idempotency key, makes the payout repeatable. */
export interface SpendReceiptRequest extends CommandMetadata {
  readonly text: string
}

export type SpendReceiptRefusal =
  | ReceiptRefusal
  /** This library did not sign it. */
  | { readonly _tag: 'ReceiptIsNotValid' }
  | { readonly _tag: 'ReceiptHasExpired' }
  /** The copy that was paid for is not found. */
  | { readonly _tag: 'CopyIsNotFound' }

const refuse = (_tag: SpendReceiptRefusal['_tag']): CommandRefused<SpendReceiptRefusal> => commandRefused({ _tag })

const openReceipt =
  ({ receiptSigner }: UseCaseDependencies) =>
  (text: string): E.Either<CommandRefused<SpendReceiptRefusal>, Receipt> =>
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

const isFoundSince = (paidFrom: Day, foundOn: Day | null): boolean => foundOn !== null && foundOn >= paidFrom

/**
 * Spends a receipt once, when its copy was found. It waits for reactions first: as long as the bill is remembered, a
 * found copy gives the price back by itself, and that spends the receipt. Answers what is to be paid out.
 */
export const spendReceipt =
  (dependencies: UseCaseDependencies) =>
  (request: SpendReceiptRequest): UseCaseResult<SpendReceiptRefusal, ReceiptSpent, { readonly receipt: Receipt }> =>
    pipe(
      TE.fromEither(openReceipt(dependencies)(request.text)),
      TE.filterOrElseW(
        ({ validUntil }) => dayOf(request.at) <= validUntil,
        () => refuse('ReceiptHasExpired'),
      ),
      TE.chainFirstW(() => dependencies.waitForReactions),
      TE.bindTo('receipt'),
      TE.bindW('foundOn', ({ receipt }) => dependencies.decisionQueries.lastFoundOn(receipt.copy)),
      TE.chainW(({ receipt, foundOn }) =>
        isFoundSince(firstDayOfMonth(receipt.paidIn), foundOn)
          ? spendOpened(dependencies)(request, receipt)
          : TE.left(refuse('CopyIsNotFound')),
      ),
    )

const spendOpened =
  (dependencies: UseCaseDependencies) =>
  (
    metadata: CommandMetadata,
    receipt: Receipt,
  ): UseCaseResult<SpendReceiptRefusal, ReceiptSpent, { readonly receipt: Receipt }> => {
    const id = receipt.receipt
    return withCommandIds(dependencies)(metadata, () => streamAddressOf(receiptAggregate)(id))(({ cause }) =>
      pipe(
        handleCommand(dependencies.commandHandling)(receiptAggregate)(id, cause)({ type: 'SpendReceipt', receipt: id }),
        TE.map((handled) => ({ ...handled, receipt })),
      ),
    )
  }

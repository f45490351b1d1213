import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { derivedEventIds } from '../command-handling/command-id-source'
import type { InfrastructureError } from '../command-handling/command-error'
import { paymentReceiptAggregate } from '../receipt/payment-receipt-aggregate'
import { addDays } from '../values/day'
import { dayOf, type Instant } from '../values/instant'
import type { FeeId, ReceiptId, ScopeId } from '../values/ids'
import { idempotencyKeyDays, repeatableIdsUnder, type RepeatableIds } from './repeatable-ids-of-use-case'
import type { CommandOrigin } from './command-metadata'
import type { IdempotencyDay, UseCaseDependencies } from './use-case-dependencies'

/** The order id of the payment service or till was used for another payout, to this or another borrower. */
export interface OrderIsAnotherPayout {
  readonly _tag: 'OrderIsAnotherPayout'
}

const receiptOrderKey = (order: string): string => `receipt payout\n${order}`

/** The origin of the payout of a receipt: its order is its idempotency key. */
export const commandOriginOfReceiptPayout = (order: string): CommandOrigin => ({
  _tag: 'KeyedToday',
  key: receiptOrderKey(order),
})

/** The ids that an order has on a day; none when the day is erased. */
const idsOfOrderOn =
  (dependencies: UseCaseDependencies, order: string) =>
  ({ day, idempotency }: IdempotencyDay): TE.TaskEither<InfrastructureError, ReadonlyArray<RepeatableIds>> =>
    pipe(
      repeatableIdsUnder(dependencies)(idempotency as string as ScopeId, receiptOrderKey(order), day),
      TE.map((ids) => [ids]),
      TE.orElse((error) => (error._tag === 'ScopeEnded' ? TE.right([]) : TE.left(error))),
    )

/** The ids that an order has on each of the days on which it is recognised. */
const idsOfOrder = (
  dependencies: UseCaseDependencies,
  order: string,
  at: Instant,
): TE.TaskEither<InfrastructureError, ReadonlyArray<RepeatableIds>> => {
  const { idempotencyScopeOf, idempotencyDaysBefore } = dependencies.calendarScopes
  return pipe(
    idempotencyScopeOf(dayOf(at)),
    TE.bindTo('idempotency'),
    TE.bind('before', () => idempotencyDaysBefore(dayOf(at))),
    TE.map(({ idempotency, before }): ReadonlyArray<IdempotencyDay> => [{ day: dayOf(at), idempotency }, ...before]),
    TE.chain((days) => TE.traverseSeqArray(idsOfOrderOn(dependencies, order))(days)),
    TE.map((ids) => ids.flat()),
  )
}

/**
 * The receipt that an order has paid out in the last 14 days; undefined when there is none. A spent receipt does not name
 * its order: the id of its event is derived from it, under the key of a day that is destroyed after 14 days.
 */
const receiptPaidOutWith =
  (dependencies: UseCaseDependencies) =>
  (order: string, at: Instant): TE.TaskEither<InfrastructureError, ReceiptId | undefined> =>
    pipe(
      dependencies.decisionQueries.receiptsSpentSince(addDays(-idempotencyKeyDays)(dayOf(at))),
      TE.chain((spent) =>
        spent.length === 0
          ? TE.right(undefined)
          : pipe(
              idsOfOrder(dependencies, order, at),
              TE.map((ids) => {
                const isFirstEventOf = (receipt: ReceiptId, event: string): boolean =>
                  ids.some(
                    ({ cause }) =>
                      derivedEventIds(streamAddressOfAggregate(paymentReceiptAggregate)(receipt))(cause)(0) === event,
                  )
                return spent.find(({ receipt, event }) => isFirstEventOf(receipt, event))?.receipt
              }),
            ),
      ),
    )

/** What an order has paid out, to whichever borrower: a reimbursement, or a receipt in the last 14 days. */
export const reimbursementOrReceiptPaidByOrder =
  (dependencies: UseCaseDependencies) =>
  (order: string, at: Instant): TE.TaskEither<InfrastructureError, FeeId | ReceiptId | undefined> =>
    pipe(
      dependencies.decisionQueries.reimbursementWithOrder(order),
      TE.chainW((reimbursement): TE.TaskEither<InfrastructureError, FeeId | ReceiptId | undefined> =>
        reimbursement === undefined ? receiptPaidOutWith(dependencies)(order, at) : TE.right(reimbursement),
      ),
    )

/** Runs a payout while no other payout with the same order runs. */
export const withPayoutLock =
  ({ namedLock }: Pick<UseCaseDependencies, 'namedLock'>) =>
  (order: string): ReturnType<UseCaseDependencies['namedLock']> =>
    namedLock(`payout order ${order}`)

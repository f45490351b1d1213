import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { FeeTransactionRole } from '../../../../../domain/fee/fee-transaction-role'
import { Ore } from '../../../../../domain/values/ore'
import { transactionsOfFee } from '../../../../../projections/fees/fee-correction-queries'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { borrowerOfFee, FeePathParameters } from './fee-of-request'

/** What happens to a fee after it was levied. */
export const FeeTransactionType = t.keyof({
  reduction: null,
  payment: null,
  writeOff: null,
  cancellation: null,
  reimbursement: null,
  overpayment: null,
  writeOffReduction: null,
  renewal: null,
  collectionNotice: null,
  recall: null,
})

/** `amount` is left out where the transaction is of all that is owed. */
const FeeTransactionAnswer = objectCodec(
  'FeeTransaction',
  {
    type: personalValueCodec('fee')(FeeTransactionType),
    reason: personalValueCodec('fee')(nullableCodec(t.string)),
    role: personalValueCodec('fee')(nullableCodec(FeeTransactionRole)),
  },
  { amount: personalValueCodec('fee')(Ore) },
)

export const readFeeTransactionsRoute = defineReadRoute({
  path: '/fees/:fee/transactions',
  name: 'readFeeTransactions',
  summary: 'Read what happened to a fee after it was levied, in order, with who decided it and why',
  tag: 'Fees',
  roles: staffAndAuditors,
  params: FeePathParameters,
  answer: objectCodec('FeeTransactions', { transactions: listCodec(FeeTransactionAnswer) }),
  handle: (request) =>
    pipe(
      borrowerOfFee(request)(request.params.fee),
      TE.map(() => {
        const transactions = transactionsOfFee(request.params.fee)(request.library.rows)
        return answerWithBody({
          transactions: transactions.map(({ type, amount, reason, role }) => ({
            ...{ type, reason, role },
            ...(amount === null ? {} : { amount }),
          })),
        })
      }),
    ),
})

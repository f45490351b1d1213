import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { relieve, type FeeRelief } from '../../../../../domain/use-cases/fee'
import { refused } from '../../../../../domain/command-handling/handling-error'
import { FeeId } from '../../../../../domain/values/ids'
import { feesById } from '../../../../../projections/fees/queries'
import type { Fee } from '../../../../../projections/fees/rows'
import { desk } from '../../access/roles'
import { freeText } from '../../codecs/free-text'
import { shape } from '../../codecs/shape'
import type { Failure } from '../../problems/failure'
import { answered, type Answered, type Call } from '../../route/call'
import { command } from '../../route/define'
import { found, rowsNow } from '../ready'

const FeePath = shape('FeePath', { fee: FeeId })
const FeeRelieved = shape('FeeRelieved', { fee: FeeId })

const relieveWith =
  ({ params: { fee }, system, origin }: Call<{ readonly fee: FeeId }, unknown, unknown>) =>
  (relief: FeeRelief): TE.TaskEither<Failure, Answered<{ readonly fee: FeeId }>> =>
    pipe(
      rowsNow(system),
      TE.chainEitherK((rows) => found<Fee>(refused({ _tag: 'FeeIsUnknown' }))(feesById([fee])(rows)[0])),
      TE.chain(({ borrower }) =>
        pipe(
          relieve(system.library)(borrower, { at: system.library.desk.clock.now(), origin })(relief),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      TE.map(() => answered({ fee })),
    )

export const waiveFee = command({
  method: 'post',
  path: '/fees/:fee/waiver',
  name: 'waiveFee',
  about: 'Let a borrower off a fee (eftergivelse)',
  area: 'Fees',
  roles: desk,
  params: FeePath,
  body: shape('Waiver', { reason: freeText(300) }),
  answer: FeeRelieved,
  handle: (call) =>
    relieveWith(call)({
      type: 'WaiveFee',
      fee: call.params.fee,
      reason: call.body.reason,
      at: call.system.library.desk.clock.now(),
    }),
})

export const cancelFee = command({
  method: 'post',
  path: '/fees/:fee/cancellation',
  name: 'cancelFee',
  about: 'A fee was a mistake, and shall not have been',
  area: 'Fees',
  roles: desk,
  params: FeePath,
  answer: FeeRelieved,
  handle: (call) =>
    relieveWith(call)({
      type: 'CancelFee',
      fee: call.params.fee,
      because: 'mistake',
      on: call.system.library.desk.clock.today(),
    }),
})

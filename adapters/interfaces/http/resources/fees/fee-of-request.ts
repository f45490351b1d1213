import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { CommandMetadata } from '../../../../../domain/use-cases/command-metadata'
import { FeeId, type BorrowerId } from '../../../../../domain/values/ids'
import { feesById } from '../../../../../projections/fees/fee-queries'
import { reimbursementById } from '../../../../../projections/fees/reimbursement-queries'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import { requireOwnData } from '../../access/require-own-data'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'

export const FeePathParameters = objectCodec('FeePath', { fee: FeeId })
export type FeeInPath = t.TypeOf<typeof FeePathParameters>
export const ReimbursementPathParameters = objectCodec('ReimbursementPath', { reimbursement: FeeId })

/** Why staff change a fee, in words. It is erased with the fee. */
export const FeeChangeReason = freeTextCodec(300)

export const ReasonForFee = objectCodec('ReasonForFee', { reason: FeeChangeReason })

const findBorrower =
  (fee: FeeId) =>
  (rows: ReadModelRows): BorrowerId | undefined =>
    feesById([fee])(rows)[0]?.borrower ?? reimbursementById(fee)(rows)?.borrower

/**
 * The borrower of a fee or reimbursement. Refuses with `FeeIsUnknown` one that nobody has, or that is forgotten; to a borrower
 * that of somebody else and one that nobody has in the same words.
 */
export const borrowerOfFee =
  ({ library, caller }: Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'caller'>) =>
  (fee: FeeId): TE.TaskEither<HttpFailure, BorrowerId> =>
    pipe(
      readCaughtUpRows(library),
      TE.map(findBorrower(fee)),
      TE.chainFirstEitherK(requireOwnData(caller)),
      TE.chainEitherK(requireFound<BorrowerId>(commandRefused({ _tag: 'FeeIsUnknown' }))),
    )

/** Runs a command of staff on a fee or reimbursement, with its borrower, at the time of the request. */
export const changeFeeOfRequest =
  (request: Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'origin' | 'caller'>) =>
  (fee: FeeId) =>
  (
    change: (borrower: BorrowerId, metadata: CommandMetadata) => TE.TaskEither<HttpFailure, unknown>,
  ): TE.TaskEither<HttpFailure, unknown> => {
    const { library, origin } = request
    const at = library.useCaseDependencies.commandHandling.clock.now()
    return pipe(
      borrowerOfFee(request)(fee),
      TE.chain((borrower) => change(borrower, { at, origin })),
    )
  }

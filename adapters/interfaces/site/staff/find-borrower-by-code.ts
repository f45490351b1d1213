import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { HttpFailure } from '../../http/problems/http-failure'
import { failureTagOf } from '../../http/problems/problem-details'
import { lookUpBorrowerRoute } from '../../http/resources/borrowers/look-up-borrower-route'
import type { StaffRequest } from './define-staff-page'

type Found = TE.TaskEither<HttpFailure, BorrowerId>

const isNotFound = (failure: HttpFailure): boolean =>
  failureTagOf(failure) === 'BorrowerIsUnknown' || failure._tag === 'RequestIsInvalid'

/**
 * Finds a borrower by what was scanned or written: a card, else a borrower number, else a CPR number. A number that nobody
 * has is refused as `BorrowerIsUnknown`.
 */
export const findBorrowerByCode = ({ run }: Pick<StaffRequest, 'run'>, code: string): Found => {
  const findBy = (kind: 'card' | 'number' | 'cpr'): Found =>
    pipe(
      run(lookUpBorrowerRoute, { body: { [kind]: code } }),
      TE.map(({ body: { borrower } }) => borrower),
    )
  const orElseBy = (kind: 'number' | 'cpr') =>
    TE.orElse((failure: HttpFailure): Found => (isNotFound(failure) ? findBy(kind) : TE.left(failure)))
  return pipe(
    findBy('card'),
    orElseBy('number'),
    orElseBy('cpr'),
    TE.mapLeft((failure): HttpFailure =>
      isNotFound(failure) ? { _tag: 'Refused', refusal: { _tag: 'BorrowerIsUnknown' } } : failure,
    ),
  )
}

import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import { parseCpr } from '../../../../../domain/values/cpr'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'

/** The number by which a borrower is looked up. */
export interface BorrowerIdentifier {
  readonly kind: 'number' | 'card' | 'cpr'
  readonly value: string
}

const normalizeIdentifier = ({ kind, value }: BorrowerIdentifier): string => {
  const cpr = kind === 'cpr' ? parseCpr(value) : E.left(undefined)
  return E.isRight(cpr) ? cpr.right : value
}

/** Finds the borrower with a number; undefined when there is none, or when the borrower is erased. */
export const findBorrowerId =
  ({ useCaseDependencies }: RunningLibrary) =>
  (identifier: BorrowerIdentifier): TE.TaskEither<HttpFailure, BorrowerId | undefined> =>
    useCaseDependencies.decisionQueries.borrowerWithNumber(identifier.kind, normalizeIdentifier(identifier))

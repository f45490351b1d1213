import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import { readCpr } from '../../../../../domain/values/cpr'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { System } from '../../../../processes/running/system'
import type { Failure } from '../../problems/failure'

/** The number that somebody is looked up by. */
export interface LookedUpBy {
  readonly by: 'number' | 'card' | 'cpr'
  readonly value: string
}

const asRegistered = ({ by, value }: LookedUpBy): string => {
  const cpr = by === 'cpr' ? readCpr(value) : E.left(undefined)
  return E.isRight(cpr) ? cpr.right : value
}

/** Whose number it is; undefined for a stranger, and for somebody who has been erased. */
export const whoIs =
  ({ library }: System) =>
  (looked: LookedUpBy): TE.TaskEither<Failure, BorrowerId | undefined> =>
    library.lookUp.borrowerWith(looked.by, asRegistered(looked))

import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Rows } from '../../../../projections/kernel/rows'
import type { System } from '../../../processes/running/system'
import type { Failure } from '../problems/failure'

/** What is found, or why not. */
export const found =
  <A>(orElse: Failure) =>
  (value: A | undefined): E.Either<Failure, A> =>
    value === undefined ? E.left(orElse) : E.right(value)

/** Reads rows once everything written so far is among them. For commands; reads have waited already. */
export const rowsNow = (system: System): TE.TaskEither<Failure, Rows> => TE.map(() => system.rows)(system.reach)

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import { load } from '../command-handling/load'
import type { Unreadable } from '../command-handling/remember'
import type { BorrowerId, CopyId } from '../values/ids'
import type { StoreUnavailable } from '../ports/event-store'
import type { Library } from './library'

/** Who has a copy on loan, if anybody is remembered to. */
export const borrowerOf =
  (library: Library) =>
  (copy: CopyId): TE.TaskEither<Unreadable, BorrowerId | undefined> =>
    pipe(
      load(library.desk)(copyAggregate(library.policy))(copy),
      TE.map(({ state }) =>
        state._tag === 'OnLoan' && state.details._tag === 'Plain' ? state.details.value.borrower : undefined,
      ),
    )

/** Does something with a copy at the gate of whoever has it on loan; without a gate when nobody does. */
export const atGateOfBorrower =
  (library: Library) =>
  (copy: CopyId) =>
  <E, A>(thing: TE.TaskEither<E, A>): TE.TaskEither<E | Unreadable | StoreUnavailable, A> =>
    pipe(
      borrowerOf(library)(copy),
      TE.chainW((borrower) => (borrower === undefined ? thing : library.gate(borrower)(thing))),
    )

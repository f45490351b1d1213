import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import type { CopyState } from '../copy/state'
import { load } from '../command-handling/load'
import type { Unreadable } from '../command-handling/remember'
import type { CopyId, TitleId } from '../values/ids'
import type { Library } from './library'

/** The state of a copy, as it is now. */
export const stateOfCopy =
  (library: Library) =>
  (copy: CopyId): TE.TaskEither<Unreadable, CopyState> =>
    pipe(
      load(library.desk)(copyAggregate(library.policy))(copy),
      TE.map(({ state }) => state),
    )

/** The state of every copy of a title, as it is now. */
export const copiesOfTitle =
  (library: Library) =>
  (title: TitleId): TE.TaskEither<Unreadable, ReadonlyArray<CopyState>> =>
    pipe(library.lookUp.copiesOf(title), TE.chain(TE.traverseArray(stateOfCopy(library))))

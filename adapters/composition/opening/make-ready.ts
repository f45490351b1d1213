import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { Layout } from '../../stores/data-folder/layout'
import type { Unavailable } from '../../../domain/ports/keys'
import type { Unreadable } from '../../../domain/command-handling/remember'
import { unavailable } from '../../../retention/keys/unavailable'
import { fenceAgain } from './fence-again'
import { keysAreThere } from './keys-are-there'
import { logsAreWhole } from './logs-are-whole'
import type { Stores } from '../stores'
import type { StoreTrouble } from '../truth/truth'

/** A damaged file of the schedule throws in the middle of being read. */
const readable = (schedule: TE.TaskEither<Unreadable, void>): TE.TaskEither<Unreadable, void> =>
  pipe(
    TE.tryCatch(schedule, (): Unreadable =>
      unavailable('the schedule cannot be read or written. Remove the folder views: it is folded anew from the logs'),
    ),
    TE.chain(TE.fromEither),
  )

const toldWhenMissing = <A>(there: TE.TaskEither<Unavailable, A>, alarm: (kind: string) => void) =>
  pipe(
    there,
    TE.mapLeft((missing) => {
      alarm('KeyMissing')
      return missing
    }),
  )

/**
 * What must be sure before anything of a library is opened: the logs are whole, the schedule has passed both their
 * ends (so that every erasure is known before a key is asked for), the keys of the living are there, and those of the
 * erased are not.
 */
export const makeReady = (
  layout: Layout,
  stores: Stores,
  schedule: TE.TaskEither<Unreadable, void>,
  alarm: (kind: string) => void,
): TE.TaskEither<FolderError | StoreTrouble | Unreadable, void> =>
  pipe(
    logsAreWhole(layout, stores),
    TE.chainW(() => readable(schedule)),
    TE.chainW(() => toldWhenMissing(keysAreThere(stores), alarm)),
    TE.chainW(() => fenceAgain(stores)),
    TE.map((again) => {
      if (again > 0) alarm('ErasedKeysWereBack')
    }),
  )

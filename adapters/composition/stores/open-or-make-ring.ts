import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { hasFolderDescription } from '../../stores/data-folder/folder-description'
import { containsKekRing } from '../../stores/kek-ring/files/open-kek-ring-in-files'
import type { RingNotPrivate } from '../../stores/kek-ring/files/require-private-ring'
import { makeRing, openRing } from '../../stores/kek-ring/open-ring'

type OpenRingError = Unavailable | RingNotPrivate

/**
 * Opens the ring of wrapping keys. Makes it only while there is no log, also when an earlier attempt to make the folder
 * was interrupted. A ring that is missing although there is a log is never replaced by a new one.
 */
export const openOrMakeRing = (layout: DataFolderLayout, isNew: boolean): TaskEither<OpenRingError, KekRing> =>
  pipe(
    TE.fromTask(() => containsKekRing(layout.ring)),
    TE.flatMap((exists): TaskEither<OpenRingError, KekRing> =>
      isNew && !exists ? makeRing(layout.ring, layout.ringPlaces) : openRing(layout.ring, layout.ringPlaces),
    ),
  )

/** Checks, before the folder of a new library is made, that a ring which exists already can be opened. */
export const checkRingOfNewFolder = (layout: DataFolderLayout): TaskEither<OpenRingError, void> =>
  pipe(
    TE.fromTask(async () => !hasFolderDescription(layout) && (await containsKekRing(layout.ring))),
    TE.flatMap((isToBeOpened) =>
      isToBeOpened
        ? pipe(
            openRing(layout.ring, layout.ringPlaces),
            TE.flatMap((ring) => TE.fromTask(ring.close)),
          )
        : TE.right(undefined),
    ),
  )

/** Refuses and closes a key store that belongs to another library than the ring. */
export const requireSameLibrary =
  (ring: KekRing) =>
  <Store extends KeyStore>(store: Store): E.Either<Unavailable, Store> => {
    if (store.library === ring.library) return E.right(store)
    void store.close()
    return E.left(keysUnavailable('the key store belongs to another library than the ring'))
  }

import { readdir } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { KekRingFolders } from './epoch-file-storage'
import { fileExists, isAccessibleByOwnerOnly } from '../../../system/files/private-files'

/** Other users may read the folder or one of its files, so the ring is not opened until the owner changes the mode. */
export interface RingNotPrivate {
  readonly _tag: 'RingNotPrivate'
}

const isAllPrivate = async (folder: string): Promise<boolean> => {
  const places = [folder, ...(await readdir(folder)).map((name) => path.join(folder, name))]
  return (await Promise.all(places.map(isAccessibleByOwnerOnly))).every(Boolean)
}

/** Refuses a ring of which others than the owner may read a folder or a file. */
export const requirePrivateRing = ({ ring, escrow }: KekRingFolders): TaskEither<Unavailable | RingNotPrivate, void> =>
  pipe(
    TE.tryCatch(
      async () => (await isAllPrivate(ring)) && (!(await fileExists(escrow)) || (await isAllPrivate(escrow))),
      () => keysUnavailable(`there is no ring of wrapping keys in ${ring}: set the variable RING to its folder`),
    ),
    TE.flatMapEither((isClosed): E.Either<RingNotPrivate, void> =>
      isClosed ? E.right(undefined) : E.left({ _tag: 'RingNotPrivate' }),
    ),
  )

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { KekRingFolders } from './epoch-file-storage'
import { isAccessibleByOwnerOnly } from './private-files'

/** Other users may read the folder or one of its files, so the ring is not opened until the owner changes the mode. */
export interface RingNotPrivate {
  readonly _tag: 'RingNotPrivate'
}

const isAllPrivate = (folder: string): boolean =>
  isAccessibleByOwnerOnly(folder) &&
  readdirSync(folder).every((name) => isAccessibleByOwnerOnly(path.join(folder, name)))

/** Refuses a ring of which others than the owner may read a folder or a file. */
export const requirePrivateRing = ({ ring, escrow }: KekRingFolders): E.Either<Unavailable | RingNotPrivate, void> =>
  pipe(
    E.tryCatch(
      () => isAllPrivate(ring) && (!existsSync(escrow) || isAllPrivate(escrow)),
      () => keysUnavailable(`there is no ring of wrapping keys in ${ring}: set the variable RING to its folder`),
    ),
    E.flatMap((isClosed): E.Either<RingNotPrivate, void> =>
      isClosed ? E.right(undefined) : E.left({ _tag: 'RingNotPrivate' }),
    ),
  )

import type { TaskEither } from 'fp-ts/TaskEither'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { writePrivateFile } from '../../../system/files/private-files'
import { createPrivateFolder } from '../../../system/files/private-folder'
import type { KekRingFolders } from './epoch-file-storage'
import { catchAsUnavailable } from './read-ring-file'

const reason = 'the ring cannot be written'

/** Makes the folders of a new ring, and of its copy. */
export const makeRingFolders = ({ ring, copy = ring }: KekRingFolders): TaskEither<Unavailable, void> =>
  TE.fromIOEither(() =>
    E.tryCatch(
      () => [ring, copy].forEach(createPrivateFolder),
      () => keysUnavailable(reason),
    ),
  )

/** Writes a file of a new ring. */
export const writeFileOfNewRing =
  ({ ring }: Pick<KekRingFolders, 'ring'>) =>
  (name: string, text: string | Buffer): TaskEither<Unavailable, void> =>
    catchAsUnavailable(reason, () => writePrivateFile(ring, name, text.toString()))

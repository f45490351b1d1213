import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { KekRingContent } from '../../../../retention/keys/make-kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { epochFileName, epochsOfFileNames, formatEpochFile } from './epoch-file'
import { eventCodesFile } from './event-codes-file'
import type { KekRingFolders } from './epoch-files'
import { destroyPrivateFile, readPrivateFile, writePrivateFile } from './private-files'
import { makePrivateFolder } from '../../../system/files/make-private-folder'

/** The files of a ring besides those of its epochs. */
const lastingFiles = ['signing.pem', 'library.json', eventCodesFile] as const

const copyLastingFiles = (ring: string, copy: string): void => {
  for (const name of lastingFiles)
    if (existsSync(path.join(ring, name))) writePrivateFile(copy, name, readPrivateFile(ring, name))
}

/**
 * Brings the copy of a ring up to date: every epoch in use, and the keys that never change. It never holds a key of read
 * models, or a retired epoch. Unavailable when the copy cannot be written.
 */
export const completeRingCopy = (
  { ring, copy }: KekRingFolders,
  { library, epochs }: KekRingContent,
): E.Either<Unavailable, void> =>
  E.tryCatch(
    () => {
      if (copy === undefined) return
      makePrivateFolder(copy)
      copyLastingFiles(ring, copy)
      for (const [epoch, keys] of epochs)
        writePrivateFile(copy, epochFileName('epoch')(epoch), formatEpochFile(library, epoch, keys))
      for (const epoch of epochsOfFileNames('epoch')(readdirSync(copy)))
        if (!epochs.has(epoch)) destroyPrivateFile(copy, epochFileName('epoch')(epoch))
    },
    () => keysUnavailable('the copy of the ring cannot be written'),
  )

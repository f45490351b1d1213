import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { contentStoreUnavailable, type ContentReadError, type ContentStore } from '../../../domain/ports/content-store'
import { errorCodeOf } from '../../system/files/error-code'
import { namesInFolder } from '../../system/files/private-files'
import { createPrivateFolder } from '../../system/files/private-folder'
import { readContentFile, writeContentFile } from './content-file'

/** An id is a UUID. */
const numberOfIdCharacters = 36

const toReadError = (error: unknown): ContentReadError =>
  errorCodeOf(error) === 'ENOENT' ? { _tag: 'ContentIsMissing' } : contentStoreUnavailable

/** A file that is not finished has more in its name than the id. */
const idOfName = (name: string): string => name.slice(0, numberOfIdCharacters)

/**
 * A store of contents in a folder of mode 0700: a file for each, named by its id. Nothing is made before the first content.
 * Several processes may share the folder.
 */
export const openContentFolder = (folder: string): ContentStore => {
  const fileOf = (id: string): string => path.join(folder, id)
  return {
    put: (id, bytes) => async () => {
      const made = E.tryCatch(
        () => createPrivateFolder(folder),
        () => contentStoreUnavailable,
      )
      return E.isLeft(made) ? made : writeContentFile(fileOf(id), bytes)
    },
    read: (id) => TE.tryCatch(async () => readContentFile(await open(fileOf(id), 'r')), toReadError),
    has: (id) => existsSync(fileOf(id)),
    remove: (ids) =>
      TE.tryCatch(
        async () => {
          const wanted = new Set(ids)
          const names = (await namesInFolder(folder)).filter((name) => wanted.has(idOfName(name)))
          for (const name of names) await rm(path.join(folder, name), { force: true })
        },
        () => contentStoreUnavailable,
      ),
    list: TE.tryCatch(
      async () => [...new Set((await namesInFolder(folder)).map(idOfName))],
      () => contentStoreUnavailable,
    ),
  }
}

import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { contentStoreUnavailable, type ContentReadError, type ContentStore } from '../../../domain/ports/content-store'
import { errorCodeOf } from '../../system/files/error-code'
import { readContentFile, writeContentFile } from './content-file'

/** An id is a UUID. */
const numberOfIdCharacters = 36

const isMissing = (error: unknown): boolean => errorCodeOf(error) === 'ENOENT'

const toReadError = (error: unknown): ContentReadError =>
  isMissing(error) ? { _tag: 'ContentIsMissing' } : contentStoreUnavailable

const namesIn = async (folder: string): Promise<ReadonlyArray<string>> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

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
      const made = await TE.tryCatch(
        () => mkdir(folder, { recursive: true, mode: 0o700 }),
        () => contentStoreUnavailable,
      )()
      return E.isLeft(made) ? made : writeContentFile(fileOf(id), bytes)
    },
    read: (id) => TE.tryCatch(async () => readContentFile(await open(fileOf(id), 'r')), toReadError),
    has: (id) => existsSync(fileOf(id)),
    remove: (ids) =>
      TE.tryCatch(
        async () => {
          const wanted = new Set(ids)
          const names = (await namesIn(folder)).filter((name) => wanted.has(idOfName(name)))
          for (const name of names) await rm(path.join(folder, name), { force: true })
        },
        () => contentStoreUnavailable,
      ),
    list: TE.tryCatch(
      async () => [...new Set((await namesIn(folder)).map(idOfName))],
      () => contentStoreUnavailable,
    ),
  }
}

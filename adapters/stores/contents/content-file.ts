import { randomUUID } from 'node:crypto'
import { open, rename, rm, utimes, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { contentStoreUnavailable, type ContentStoreUnavailable } from '../../../domain/ports/content-store'
import { syncFolder } from '../../system/files/sync-folder'
import { thenClose } from '../../system/concurrency/then-close'

/** A file that is being written has this ending: nobody reads half a content. */
const unfinishedEnding = '.part'

const writeAll = async <A>(handle: FileHandle, bytes: AsyncIterable<A | Uint8Array>): Promise<E.Either<A, void>> => {
  for await (const piece of bytes) {
    if (!(piece instanceof Uint8Array)) return E.left(piece)
    await handle.write(piece)
  }
  await handle.sync()
  return E.right(undefined)
}

/** The times of the file tell no moment: it is the beginning of 1970. */
const hideTimes = (place: string): Promise<void> => utimes(place, 0, 0)

/**
 * Writes a file of mode 0600 that appears whole and durable, or not at all. All that waits for the disk runs on the threads
 * of `node:fs/promises`.
 */
export const writeContentFile = async <A>(
  file: string,
  bytes: AsyncIterable<A | Uint8Array>,
): Promise<E.Either<A | ContentStoreUnavailable, void>> => {
  const unfinished = `${file}.${randomUUID()}${unfinishedEnding}`
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    const written = await thenClose(writeAll(handle, bytes), () => handle.close())
    if (E.isLeft(written)) {
      await rm(unfinished, { force: true })
      return written
    }
    await hideTimes(unfinished)
    await rename(unfinished, file)
    await syncFolder(path.dirname(file))
    await hideTimes(path.dirname(file))
    return written
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined)
    return E.left(contentStoreUnavailable)
  }
}

/** The bytes of an opened file. An error of the disk is the last piece. */
export async function* readContentFile(handle: FileHandle): AsyncGenerator<ContentStoreUnavailable | Uint8Array> {
  try {
    for await (const piece of handle.createReadStream()) yield piece as Uint8Array
  } catch {
    yield contentStoreUnavailable
  } finally {
    await handle.close().catch(() => undefined)
  }
}

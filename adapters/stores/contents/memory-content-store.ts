import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { ContentStore } from '../../../domain/ports/content-store'

async function* readOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

/** A store of contents in memory, for tests and for a library without files. */
export const createMemoryContentStore = (): ContentStore => {
  const contents = new Map<string, Uint8Array>()
  return {
    put: (id, bytes) => async () => {
      const pieces: Uint8Array[] = []
      for await (const piece of bytes) {
        if (!(piece instanceof Uint8Array)) return E.left(piece)
        pieces.push(piece)
      }
      contents.set(id, Buffer.concat(pieces))
      return E.right(undefined)
    },
    read: (id) => {
      const bytes = contents.get(id)
      return bytes === undefined ? TE.left({ _tag: 'ContentIsMissing' }) : TE.right(readOnce(bytes))
    },
    has: (id) => contents.has(id),
    remove: (ids) => {
      for (const id of ids) contents.delete(id)
      return TE.right(undefined)
    },
    list: TE.fromIO(() => [...contents.keys()]),
  }
}

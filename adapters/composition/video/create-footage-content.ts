import { createHash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ContentStore } from '../../../domain/ports/content-store'
import type { FootageContent } from '../../../domain/ports/footage-content'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../domain/values/ids'

const measure = () => {
  const hash = createHash('sha256')
  let size = 0
  return {
    async *of<E>(bytes: AsyncIterable<E | Uint8Array>): AsyncGenerator<E | Uint8Array> {
      for await (const piece of bytes) {
        if (piece instanceof Uint8Array) {
          hash.update(piece)
          size += piece.length
        }
        yield piece
      }
    },
    result: () => ({ size, digest: hash.digest('hex') }),
  }
}

/** The contents of recordings, encrypted on their way into a store. */
export const createFootageContent = (
  store: ContentStore,
  keys: Pick<ScopeKeys, 'contentCipherUnder'>,
): FootageContent => ({
  store: (footage, bytes) => {
    const measured = measure()
    return pipe(
      keys.contentCipherUnder(footage as string as ScopeId),
      TE.chainW(({ encrypt }) => store.put(footage, encrypt(measured.of(bytes)))),
      TE.map(measured.result),
    )
  },
  measure: (bytes) => async () => {
    const measured = measure()
    for await (const piece of measured.of(bytes)) if (!(piece instanceof Uint8Array)) return E.left(piece)
    return E.right(measured.result())
  },
  read: (footage) =>
    pipe(
      TE.Do,
      TE.bindW('cipher', () => keys.contentCipherUnder(footage as string as ScopeId)),
      TE.bindW('bytes', () => store.read(footage)),
      TE.map(({ cipher, bytes }) => cipher.decrypt(bytes)),
    ),
  remove: (footage) => store.remove([footage]),
})

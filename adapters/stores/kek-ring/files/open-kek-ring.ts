import { createPrivateKey } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/keys'
import type { KekRing, LibraryId } from '../../../../retention/keys/kek-ring'
import { makeKekRing, newRingContent, type RingContent, type RingKeeper } from '../../../../retention/keys/make-kek-ring'
import { unavailable } from '../../../../retention/keys/unavailable'
import { epochFile, epochOf, readEpoch, writeEpoch } from './epoch-file'
import { destroyPrivate, isPrivate, readPrivate, writePrivate } from './private-files'

/** The file of the library's id is written last: a ring without it was never finished. */
const libraryFile = 'library.json'
const signingFile = 'signing.pem'

/** Others may read the folder or a file of it; nothing is opened until the owner has looked into it. */
export interface TooOpen {
  readonly _tag: 'TooOpen'
}

const attempt = <A>(reason: string, work: () => A): E.Either<Unavailable, A> =>
  E.tryCatch(work, () => unavailable(reason))

const keeperOf = (folder: string, library: LibraryId): RingKeeper => ({
  keep: (epoch, keys) =>
    attempt('the epoch cannot be written', () =>
      writePrivate(folder, epochFile(epoch), writeEpoch(library, epoch, keys)),
    ),
  forget: (epoch) =>
    attempt('the epoch cannot be removed', () => {
      if (existsSync(path.join(folder, epochFile(epoch)))) destroyPrivate(folder, epochFile(epoch))
    }),
})

const write = (folder: string): RingContent => {
  const content = newRingContent()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writePrivate(folder, signingFile, content.signing.export({ type: 'pkcs8', format: 'pem' }))
  for (const [epoch, keys] of content.epochs)
    writePrivate(folder, epochFile(epoch), writeEpoch(content.library, epoch, keys))
  writePrivate(folder, libraryFile, `${JSON.stringify({ library: content.library })}\n`)
  return content
}

const read = (folder: string): RingContent => {
  const { library } = JSON.parse(readPrivate(folder, libraryFile)) as { readonly library: LibraryId }
  const epochs = readdirSync(folder).flatMap((name) => epochOf(name) ?? [])
  if (epochs.length === 0) throw new Error('a ring has at least one epoch')
  return {
    library,
    signing: createPrivateKey(readPrivate(folder, signingFile)),
    epochs: new Map(epochs.map((epoch) => [epoch, readEpoch(library, epoch, readPrivate(folder, epochFile(epoch)))])),
  }
}

const ringIn = (folder: string, content: RingContent): KekRing =>
  makeKekRing(keeperOf(folder, content.library), content)

/** Makes a ring in a folder of its own (0700, files 0600), in its first epoch. Unavailable when there is one. */
export const makeKekRingIn = (folder: string): E.Either<Unavailable, KekRing> =>
  existsSync(path.join(folder, libraryFile))
    ? E.left(unavailable('there is a ring already'))
    : attempt('the ring cannot be written', () => ringIn(folder, write(folder)))

const isAllPrivate = (folder: string): boolean =>
  isPrivate(folder) && readdirSync(folder).every((name) => isPrivate(path.join(folder, name)))

/** Opens the ring in a folder. TooOpen when anybody but the owner may read the folder or a file in it. */
export const openKekRing = (folder: string): E.Either<Unavailable | TooOpen, KekRing> =>
  E.flatMap((isClosed: boolean): E.Either<Unavailable | TooOpen, KekRing> =>
    isClosed
      ? attempt('the ring is incomplete or damaged', () => ringIn(folder, read(folder)))
      : E.left({ _tag: 'TooOpen' }),
  )(
    attempt(`there is no ring of wrapping keys in ${folder}; name the folder where it is by RING or --ring`, () =>
      isAllPrivate(folder),
    ),
  )

import { createPrivateKey } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, KekRing, LibraryId } from '../../../../retention/keys/kek-ring'
import {
  makeKekRing,
  generateKekRingContent,
  type KekRingContent,
  type KekRingStorage,
} from '../../../../retention/keys/make-kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { epochFileName, epochOfFileName, parseEpochFile, formatEpochFile } from './epoch-file'
import { destroyPrivateFile, isPrivate, readPrivateFile, writePrivateFile } from './private-files'

/** The file with the library's id is written last: a ring without it is incomplete. */
const libraryFile = 'library.json'
const signingFile = 'signing.pem'

/** Other users may read the folder or one of its files, so the ring is not opened until the owner changes the mode. */
export interface RingNotPrivate {
  readonly _tag: 'RingNotPrivate'
}

const orUnavailable = <A>(reason: string, work: () => A): E.Either<Unavailable, A> =>
  E.tryCatch(work, () => keysUnavailable(reason))

const epochFilesIn = (folder: string, library: LibraryId): KekRingStorage => ({
  storeEpoch: (epoch, keys) =>
    orUnavailable('the epoch cannot be written', () =>
      writePrivateFile(folder, epochFileName(epoch), formatEpochFile(library, epoch, keys)),
    ),
  removeEpoch: (epoch) =>
    orUnavailable('the epoch cannot be removed', () => {
      if (existsSync(path.join(folder, epochFileName(epoch)))) destroyPrivateFile(folder, epochFileName(epoch))
    }),
})

const writeNewRing = (folder: string): KekRingContent => {
  const content = generateKekRingContent()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writePrivateFile(folder, signingFile, content.signing.export({ type: 'pkcs8', format: 'pem' }))
  for (const [epoch, keys] of content.epochs)
    writePrivateFile(folder, epochFileName(epoch), formatEpochFile(content.library, epoch, keys))
  writePrivateFile(folder, libraryFile, `${JSON.stringify({ library: content.library })}\n`)
  return content
}

const ringIsDamaged = (what: string): Unavailable =>
  keysUnavailable(
    `the ring of wrapping keys is incomplete or damaged: ${what}. Put the ring back from its own copy: see Backup and restore in adapters/README.md`,
  )

/** Reads a file of the ring. Unavailable when it is missing, or is not what it should be. */
const readRingFile =
  (folder: string) =>
  <A>(name: string, parse: (content: string) => A): E.Either<Unavailable, A> =>
    E.tryCatch(
      () => parse(readPrivateFile(folder, name)),
      () => ringIsDamaged(`${name} is missing, cannot be read, or belongs to another ring`),
    )

const parseLibrary = (content: string): LibraryId => {
  const { library } = JSON.parse(content) as { readonly library?: unknown }
  if (typeof library !== 'string') throw new Error('the file names no library')
  return library
}

const readRing = (folder: string): E.Either<Unavailable, KekRingContent> => {
  const read = readRingFile(folder)
  const epochs = readdirSync(folder).flatMap((name) => epochOfFileName(name) ?? [])
  return pipe(
    E.Do,
    E.bind('library', () => read(libraryFile, parseLibrary)),
    E.bind('signing', () => read(signingFile, createPrivateKey)),
    E.bind('entries', ({ library }) =>
      E.traverseArray((epoch: Epoch) =>
        read(epochFileName(epoch), (content) => [epoch, parseEpochFile(library, epoch, content)] as const),
      )(epochs),
    ),
    E.filterOrElse(
      ({ entries }) => entries.length > 0,
      () => ringIsDamaged('it has no file of an epoch (epoch-1.json)'),
    ),
    E.map(({ library, signing, entries }) => ({ library, signing, epochs: new Map(entries) })),
  )
}

const ringIn = (folder: string, content: KekRingContent): KekRing =>
  makeKekRing(epochFilesIn(folder, content.library), content)

/** Whether a folder contains a ring. */
export const containsKekRing = (folder: string): boolean => existsSync(path.join(folder, libraryFile))

/** Makes a ring with a first epoch in a folder (mode 0700, files 0600). Unavailable when the folder has a ring already. */
export const makeKekRingIn = (folder: string): E.Either<Unavailable, KekRing> =>
  containsKekRing(folder)
    ? E.left(keysUnavailable('the folder has a ring of wrapping keys already'))
    : orUnavailable('the ring cannot be written', () => ringIn(folder, writeNewRing(folder)))

const isAllPrivate = (folder: string): boolean =>
  isPrivate(folder) && readdirSync(folder).every((name) => isPrivate(path.join(folder, name)))

/** Opens the ring in a folder. RingNotPrivate when other users may read the folder or a file in it. */
export const openKekRing = (folder: string): E.Either<Unavailable | RingNotPrivate, KekRing> =>
  E.flatMap((isClosed: boolean): E.Either<Unavailable | RingNotPrivate, KekRing> =>
    isClosed
      ? pipe(
          readRing(folder),
          E.map((content) => ringIn(folder, content)),
        )
      : E.left({ _tag: 'RingNotPrivate' }),
  )(
    orUnavailable(`there is no ring of wrapping keys in ${folder}: set the variable RING to its folder`, () =>
      isAllPrivate(folder),
    ),
  )

import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, KekRing, LibraryId } from '../../../../retention/keys/kek-ring'
import {
  makeKekRing,
  generateKekRingContent,
  verifyingKeyOf,
  type KekRingContent,
  type KekRingStorage,
} from '../../../../retention/keys/make-kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { epochFileName, epochOfFileName, parseEpochFile, formatEpochFile } from './epoch-file'
import { eventCodesFile, formatEventCodesFile, readEventCodes } from './event-codes-file'
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

const filesIn = (folder: string, library: LibraryId): KekRingStorage => ({
  storeEpoch: (epoch, keys) =>
    orUnavailable('the epoch cannot be written', () =>
      writePrivateFile(folder, epochFileName(epoch), formatEpochFile(library, epoch, keys)),
    ),
  removeEpoch: (epoch) =>
    orUnavailable('the epoch cannot be removed', () => {
      if (existsSync(path.join(folder, epochFileName(epoch)))) destroyPrivateFile(folder, epochFileName(epoch))
    }),
  storeEventCodes: (codes) =>
    orUnavailable(
      `the ring of wrapping keys cannot be written, and has no current ${eventCodesFile}: start the process first that may write the ring, or copy that file from its ring`,
      () => writePrivateFile(folder, eventCodesFile, formatEventCodesFile(library, codes)),
    ),
})

/** With the public key, so that a signing key with a changed byte is found: every 32 bytes are a private key. */
const formatLibraryFile = ({ library, signing }: Pick<KekRingContent, 'library' | 'signing'>): string =>
  `${JSON.stringify({ library, verifyingKey: verifyingKeyOf(signing) })}\n`

const writeNewRing = (folder: string): KekRingContent => {
  const content = generateKekRingContent()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writePrivateFile(folder, signingFile, content.signing.export({ type: 'pkcs8', format: 'pem' }))
  for (const [epoch, keys] of content.epochs)
    writePrivateFile(folder, epochFileName(epoch), formatEpochFile(content.library, epoch, keys))
  writePrivateFile(folder, libraryFile, formatLibraryFile(content))
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

/** What the file with the library's id says. Rings of earlier versions store no verifying key. */
interface RingLibrary {
  readonly library: LibraryId
  readonly verifyingKey: string | undefined
}

const parseLibrary = (content: string): RingLibrary => {
  const { library, verifyingKey } = JSON.parse(content) as Readonly<Partial<Record<string, unknown>>>
  if (typeof library !== 'string') throw new Error('the file names no library')
  if (verifyingKey !== undefined && typeof verifyingKey !== 'string') throw new Error('the verifying key is no text')
  return { library, verifyingKey }
}

const requireSameKey =
  (signing: KeyObject) =>
  ({ verifyingKey }: RingLibrary): E.Either<Unavailable, void> =>
    verifyingKey === undefined || verifyingKey === verifyingKeyOf(signing)
      ? E.right(undefined)
      : E.left(ringIsDamaged(`${signingFile} does not belong to the verifying key in ${libraryFile}`))

/** Stores the verifying key in a ring of an earlier version. A ring that cannot be written is used without it. */
const storeVerifyingKey = (folder: string, ring: RingLibrary, content: KekRingContent): void => {
  if (ring.verifyingKey !== undefined) return
  orUnavailable('the verifying key cannot be written', () =>
    writePrivateFile(folder, libraryFile, formatLibraryFile(content)),
  )
}

const readEpochs = (folder: string, library: LibraryId): E.Either<Unavailable, KekRingContent['epochs']> => {
  const epochs = readdirSync(folder).flatMap((name) => epochOfFileName(name) ?? [])
  return pipe(
    epochs,
    E.traverseArray((epoch: Epoch) =>
      readRingFile(folder)(
        epochFileName(epoch),
        (content) => [epoch, parseEpochFile(library, epoch, content)] as const,
      ),
    ),
    E.filterOrElse(
      (entries) => entries.length > 0,
      () => ringIsDamaged('it has no file of an epoch (epoch-1.json)'),
    ),
    E.map((entries) => new Map(entries)),
  )
}

const readRing = (folder: string): E.Either<Unavailable, KekRingContent> => {
  const read = readRingFile(folder)
  return pipe(
    E.Do,
    E.bind('ring', () => read(libraryFile, parseLibrary)),
    E.bind('signing', () => read(signingFile, createPrivateKey)),
    E.chainFirst(({ ring, signing }) => requireSameKey(signing)(ring)),
    E.bind('epochs', ({ ring }) => readEpochs(folder, ring.library)),
    E.bind('eventCodes', ({ ring, signing }) =>
      existsSync(path.join(folder, eventCodesFile))
        ? read(eventCodesFile, readEventCodes({ library: ring.library, signing }))
        : E.right(undefined),
    ),
    E.map(({ ring, signing, epochs, eventCodes }) => {
      const content = { library: ring.library, signing, epochs, eventCodes }
      storeVerifyingKey(folder, ring, content)
      return content
    }),
  )
}

const ringIn = (folder: string, content: KekRingContent): KekRing =>
  makeKekRing(filesIn(folder, content.library), content)

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

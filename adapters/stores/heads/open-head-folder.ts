import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { decodeNoteKey, encodeNoteKey, type NoteKey } from '../../../retention/transparency/formats/note-key'
import { encodeSignedNote, type SignedNote } from '../../../retention/transparency/formats/signed-note'
import { errorCodeOf } from '../../system/files/error-code'
import { namesInFolder, readFileIfExists, writePrivateFileWithoutSecrets } from '../../system/files/private-files'
import { createPrivateFolder } from '../../system/files/private-folder'
import { decodeSignedHead } from './decode-signed-head'
import type { HeadStore, SignedHead } from './head-store'

const keysFile = 'keys'

/** So many digits, leading zeros included: names have the order of the sizes. */
const digitsOfSize = 12

/** The name of the file of a head: the size of its tree, with leading zeros. */
export const fileOfHead = (size: number): string => String(size).padStart(digitsOfSize, '0')

const isFileOfHead = (name: string): boolean => /^[0-9]{12}$/.test(name)

const unavailable = (reason: string): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

const onDisk = <A>(folder: string, work: () => Promise<A>): TE.TaskEither<StoreUnavailable, A> =>
  TE.tryCatch(work, (error) =>
    unavailable(`the folder of signed heads ${folder} cannot be used (${errorCodeOf(error) ?? 'unknown'})`),
  )

const decodeHead = (text: string): E.Either<StoreUnavailable, SignedHead> =>
  pipe(
    decodeSignedHead(text),
    E.mapLeft(({ reason }) => unavailable(`a signed head is damaged (${reason})`)),
  )

const decodeKeys = (text: string): E.Either<StoreUnavailable, ReadonlyArray<NoteKey>> =>
  pipe(
    text.split('\n').filter((line) => line !== ''),
    E.traverseArray(decodeNoteKey),
    E.mapLeft(({ reason }) => unavailable(`the list of keys that signed heads is damaged (${reason})`)),
  )

/**
 * Opens a folder of signed heads: a folder for each log, in it a file for each head, which is its signed note; and the list
 * of the keys, one a line. Several processes may share the folder: the same head has the same bytes. Makes what is missing
 * when it writes.
 */
export const openHeadFolder = (folder: string): HeadStore => {
  const folderOf = (log: LogName): string => path.join(folder, log)
  const keys: HeadStore['keys'] = pipe(
    onDisk(folder, () => readFileIfExists(path.join(folder, keysFile))),
    TE.flatMapEither((text) => decodeKeys(text ?? '')),
  )
  const readText: HeadStore['readText'] = (log, size) =>
    onDisk(folder, () => readFileIfExists(path.join(folderOf(log), fileOfHead(size))))
  const addKey = (key: NoteKey): TE.TaskEither<StoreUnavailable, void> =>
    pipe(
      keys,
      TE.map((known) => known.map(encodeNoteKey)),
      TE.flatMap((known) => {
        const text = encodeNoteKey(key)
        if (known.includes(text)) return TE.right(undefined)
        return onDisk(folder, () => writePrivateFileWithoutSecrets(folder, keysFile, [...known, text, ''].join('\n')))
      }),
    )
  const write = (log: LogName, note: SignedNote): TE.TaskEither<StoreUnavailable, void> =>
    pipe(
      decodeHead(encodeSignedNote(note)),
      TE.fromEither,
      TE.flatMap(({ size }) =>
        onDisk(folder, () => writePrivateFileWithoutSecrets(folderOf(log), fileOfHead(size), encodeSignedNote(note))),
      ),
    )
  return {
    sizes: (log) =>
      onDisk(folder, async () => (await namesInFolder(folderOf(log))).filter(isFileOfHead).toSorted().map(Number)),
    read: (log, size) =>
      pipe(
        readText(log, size),
        TE.flatMapEither((text) => (text === undefined ? E.right(undefined) : decodeHead(text))),
      ),
    readText,
    put: (log, note, key) =>
      pipe(
        onDisk(folder, () => Promise.resolve(createPrivateFolder(folderOf(log)))),
        TE.flatMap(() => addKey(key)),
        TE.flatMap(() => write(log, note)),
      ),
    keys,
  }
}

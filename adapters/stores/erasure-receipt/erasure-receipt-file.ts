import { existsSync, type BigIntStats } from 'node:fs'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { errorCodeOf } from '../../system/files/error-code'
import { createPrivateFolder } from '../../system/files/private-folder'
import { syncFolder } from '../../system/files/sync-folder'
import type { ErasedBorrowers, ErasureReceipt } from './erasure-receipt'
import { mergeErasureRuns } from './merge-erasure-runs'
import { decryptErasureReceipt, encryptErasureReceipt, type SealedErasureReceipt } from './encrypt-erasure-receipt'

type Runs = ReadonlyArray<ErasedBorrowers>

/** Tells one file of the receipt from another: each write makes a new one. */
const versionOf = ({ ino, mtimeNs, size }: BigIntStats): string => [ino, mtimeNs, size].join(' ')

/** Answers the version of the file. */
const writeNewFile = async (file: string, bytes: SealedErasureReceipt): Promise<string> => {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    return versionOf(await handle.stat({ bigint: true }))
  } finally {
    await handle.close()
  }
}

/**
 * Writes a new file and renames it, so that the list is always whole. What a killed process left is written over. Answers
 * the version of the file.
 */
const writeDurably = async (file: string, bytes: SealedErasureReceipt): Promise<string> => {
  const fresh = `${file}.new`
  try {
    const version = await writeNewFile(fresh, bytes)
    await rename(fresh, file)
    await syncFolder(path.dirname(file))
    return version
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined)
    throw error
  }
}

/** What other processes have added. Rejects when the file is there and cannot be read: nothing is written over it then. */
const readRuns = async (file: string, key: Uint8Array): Promise<Runs> => {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (bytes === undefined) return []
  const runs = decryptErasureReceipt(key, bytes)
  if (runs === undefined) throw new Error('the erasure receipt is damaged')
  return runs
}

const notWritten = (file: string): Unavailable =>
  keysUnavailable(
    `the erasure receipt ${file} cannot be written: let this user write it, or set RECEIPTS to another folder, with the receipt in it`,
  )

/** The file of a receipt, its key, and how the processes that share it write it: one at a time. */
export interface ErasureReceiptFile {
  readonly file: string
  readonly key: Uint8Array
  /** Whether other processes write it too. They may be on other machines, whose writes this one sees late. */
  readonly isShared: boolean
  readonly whileOnlyWriter: <Err, A>(task: TE.TaskEither<Err, A>) => TE.TaskEither<Err | StoreUnavailable, A>
}

const receiptIn = (place: ErasureReceiptFile, initial: Runs): ErasureReceipt => {
  const { file, key, isShared, whileOnlyWriter } = place
  let runs = initial
  /** The version that this process wrote last: while it stands there, nobody else has added anything. */
  let ownVersion: string | undefined
  const isOwn = async (): Promise<boolean> => {
    if (isShared || ownVersion === undefined) return false
    const found = await stat(file, { bigint: true }).catch(() => undefined)
    return found !== undefined && versionOf(found) === ownVersion
  }
  const readOthers = async (): Promise<Runs> => ((await isOwn()) ? [] : readRuns(file, key))
  const mergeAndWrite = async (added: Runs): Promise<void> => {
    const merged = mergeErasureRuns(await readOthers(), runs, added)
    ownVersion = undefined
    ownVersion = await writeDurably(file, encryptErasureReceipt(key, merged))
    runs = merged
  }
  const write = (added: Runs): TE.TaskEither<Unavailable, void> =>
    pipe(
      TE.tryCatch(
        () => mergeAndWrite(added),
        () => notWritten(file),
      ),
      whileOnlyWriter,
      TE.mapLeft((error) => (error._tag === 'StoreUnavailable' ? keysUnavailable(error.reason) : error)),
    )
  return {
    runs: () => runs,
    add: (added) => (runs.some(({ run }) => run === added.run) ? TE.right(undefined) : write([added])),
    rewrite: write([]),
  }
}

export const hasErasureReceiptFile = (file: string): boolean => existsSync(file)

/** Makes the file (mode 0600) with the runs that the log has. */
export const makeErasureReceiptFile = (
  place: ErasureReceiptFile,
  runs: Runs,
): TE.TaskEither<Unavailable, ErasureReceipt> => {
  const receipt = receiptIn(place, runs)
  const made = E.tryCatch(
    () => createPrivateFolder(path.dirname(place.file)),
    () => notWritten(place.file),
  )
  return E.isLeft(made) ? TE.left(made.left) : TE.map(() => receipt)(receipt.rewrite)
}

/** Opens the file. Unavailable when it is damaged, or belongs to another ring. */
export const openErasureReceiptFile = (place: ErasureReceiptFile): TE.TaskEither<Unavailable, ErasureReceipt> =>
  pipe(
    TE.tryCatch(
      () => readRuns(place.file, place.key),
      () =>
        keysUnavailable(
          `the erasure receipt ${place.file} cannot be read, is damaged, or belongs to another ring. Put back its newest copy: see Backup and restore in adapters/README.md`,
        ),
    ),
    TE.map((runs) => receiptIn(place, runs)),
  )

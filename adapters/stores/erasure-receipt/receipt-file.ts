import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { makePrivateFolder } from '../../system/files/make-private-folder'
import type { ErasedBorrowers, ErasureReceipt } from './erasure-receipt'
import { mergeRuns } from './merge-runs'
import { openReceipt, sealReceipt } from './receipt-content'

type Runs = ReadonlyArray<ErasedBorrowers>

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Writes a new file and renames it, so that the list is always whole. Other processes may write it at the same time. */
const writeDurably = async (file: string, bytes: Uint8Array): Promise<void> => {
  const fresh = `${file}.${randomUUID()}.new`
  const handle = await open(fresh, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, file)
  await syncFolder(path.dirname(file))
}

/** Removes what processes that were killed have left half-written. */
const removeLeftovers = async (file: string): Promise<void> => {
  const folder = path.dirname(file)
  const names = (await readdir(folder)).filter((name) => name.startsWith(path.basename(file)) && name.endsWith('.new'))
  for (const name of names) await rm(path.join(folder, name), { force: true })
}

const readRuns = async (file: string, key: Uint8Array): Promise<Runs> => {
  const bytes = await readFile(file).catch(() => undefined)
  return (bytes && openReceipt(key, bytes)) ?? []
}

const notWritten = (file: string): Unavailable =>
  keysUnavailable(
    `the erasure receipt ${file} cannot be written: let this user write it, or set RECEIPTS to another folder, with the receipt in it`,
  )

const receiptIn = (file: string, key: Uint8Array, initial: Runs): ErasureReceipt => {
  let runs = initial
  let lastWrite: Promise<unknown> = Promise.resolve()
  const mergeAndWrite = async (added: Runs): Promise<void> => {
    runs = mergeRuns(await readRuns(file, key), runs, added)
    const bytes = sealReceipt(key, runs)
    // Another process that starts may take the new file for a leftover, and remove it.
    await writeDurably(file, bytes).catch(() => writeDurably(file, bytes))
  }
  const write = (added: Runs): TE.TaskEither<Unavailable, void> =>
    TE.tryCatch(
      () => {
        const written = lastWrite.then(() => mergeAndWrite(added))
        lastWrite = written.catch(() => undefined)
        return written
      },
      () => notWritten(file),
    )
  return {
    runs: () => runs,
    add: (added) => (runs.some(({ run }) => run === added.run) ? TE.right(undefined) : write([added])),
    rewrite: write([]),
  }
}

export const hasReceiptFile = (file: string): boolean => existsSync(file)

/** Makes the file (mode 0600) with the runs that the log has. */
export const makeReceiptFile = (
  file: string,
  key: Uint8Array,
  runs: Runs,
): TE.TaskEither<Unavailable, ErasureReceipt> => {
  const receipt = receiptIn(file, key, runs)
  const made = E.tryCatch(
    () => makePrivateFolder(path.dirname(file)),
    () => notWritten(file),
  )
  return E.isLeft(made) ? TE.left(made.left) : TE.map(() => receipt)(receipt.rewrite)
}

/** Opens the file. Unavailable when it is damaged, or belongs to another ring. */
export const openReceiptFile =
  (file: string, key: Uint8Array): TE.TaskEither<Unavailable, ErasureReceipt> =>
  async () => {
    await removeLeftovers(file).catch(() => undefined)
    const runs = E.tryCatch(
      () => openReceipt(key, readFileSync(file)),
      () => undefined,
    )
    return E.isRight(runs) && runs.right !== undefined
      ? E.right(receiptIn(file, key, runs.right))
      : E.left(
          keysUnavailable(
            `the erasure receipt ${file} is damaged, or belongs to another ring. Put back its newest copy: see Backup and restore in adapters/README.md`,
          ),
        )
  }

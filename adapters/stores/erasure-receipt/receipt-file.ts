import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { syncToDisk } from '../sqlite/sync-to-disk'
import type { ErasedBorrowers, ErasureReceipt } from './erasure-receipt'
import { openReceipt, sealReceipt } from './receipt-content'
import { makePrivateFolder } from '../../system/files/make-private-folder'

const writeDurably = (file: string, bytes: Uint8Array): void => {
  makePrivateFolder(path.dirname(file))
  const handle = openSync(`${file}.new`, 'w', 0o600)
  writeSync(handle, bytes)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
  syncToDisk(path.dirname(file))
}

const receiptIn = (file: string, key: Uint8Array, initial: ReadonlyArray<ErasedBorrowers>): ErasureReceipt => {
  let runs = initial
  const write = (next: ReadonlyArray<ErasedBorrowers>): E.Either<Unavailable, void> =>
    E.tryCatch(
      () => {
        writeDurably(file, sealReceipt(key, next))
        runs = next
      },
      () =>
        keysUnavailable(
          `the erasure receipt ${file} cannot be written: let this user write it, or set RECEIPTS to another folder, with the receipt in it`,
        ),
    )
  return {
    runs: () => runs,
    add: (added) => (runs.some(({ run }) => run === added.run) ? E.right(undefined) : write([...runs, added])),
    rewrite: () => write(runs),
  }
}

export const hasReceiptFile = (file: string): boolean => existsSync(file)

/** Makes the file (mode 0600) with the runs that the log has. */
export const makeReceiptFile = (
  file: string,
  key: Uint8Array,
  runs: ReadonlyArray<ErasedBorrowers>,
): E.Either<Unavailable, ErasureReceipt> => {
  const receipt = receiptIn(file, key, runs)
  return E.map(() => receipt)(receipt.rewrite())
}

/** Opens the file. Unavailable when it is damaged, or belongs to another ring. */
export const openReceiptFile = (file: string, key: Uint8Array): E.Either<Unavailable, ErasureReceipt> => {
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

import path from 'node:path'
import type { StoreUnavailable } from '../../../domain/ports/event-store'

const reasons: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_BUSY: 'the file is locked by another process',
  SQLITE_LOCKED: 'the file is locked by another process',
  SQLITE_READONLY: 'the file cannot be written',
  SQLITE_CANTOPEN: 'the file cannot be opened',
  SQLITE_NOTADB: 'the file is not a database, or has another key',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_CORRUPT_INDEX: 'an index of the file does not agree with its table',
  SQLITE_IOERR: 'the disk does not answer',
  SQLITE_NOMEM: 'no memory is left',
  SQLITE_ABORT: 'changes were rolled back, because the disk is full or does not answer',
  SQLITE_PERM: 'the process has no right to use the file',
  SQLITE_AUTH: 'the process has no right to use the file',
}

/** Reads the code without `instanceof`: in tests the driver's errors may come from another JavaScript realm. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown'

/** SQLITE_IOERR_FSYNC is a kind of SQLITE_IOERR. */
const resultCodeOf = (code: string): string => code.split('_').slice(0, 2).join('_')

/**
 * Whether the disk, a lock or the file failed, and not one statement: then all work of the commit fails. A damaged index
 * concerns the work that met it.
 */
export const isSqliteSystemFailure = (error: unknown): boolean =>
  codeOf(error) !== 'SQLITE_CORRUPT_INDEX' && resultCodeOf(codeOf(error)) in reasons

/**
 * The reason comes from the driver's code only: its message may quote a value.
 * When Node itself cannot open a file, the code is one of the operating system (`ENOENT`).
 */
export const sqliteUnavailable = (error: unknown): StoreUnavailable => {
  const code = codeOf(error)
  return {
    _tag: 'StoreUnavailable',
    reason: `${reasons[code] ?? reasons[resultCodeOf(code)] ?? 'the database driver failed'} (${code})`,
  }
}

/** Reasons that are about one file, and not about the disk or the memory. */
const isAboutFile = (reason: string): boolean => /SQLITE_(CORRUPT|NOTADB|CANTOPEN|PERM|AUTH|READONLY)/.test(reason)

/** The same error, with the name of the file (without its folder) when it is about the file. */
export const addFileNameToError =
  (file: string) =>
  (error: StoreUnavailable): StoreUnavailable =>
    isAboutFile(error.reason) ? { ...error, reason: `${path.basename(file)}: ${error.reason}` } : error

/** Whether the reason of a StoreUnavailable says that a file is damaged. */
export const isDamageReason = (reason: string): boolean => /SQLITE_(CORRUPT|NOTADB)/.test(reason)

import type { StoreUnavailable } from '../../../domain/ports/event-store'

const reasons: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_BUSY: 'the file is locked by another process',
  SQLITE_LOCKED: 'the file is locked by another process',
  SQLITE_READONLY: 'the file cannot be written',
  SQLITE_CANTOPEN: 'the file cannot be opened',
  SQLITE_NOTADB: 'the file is not a database, or not one of this key',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_IOERR: 'the disk does not answer',
  SQLITE_NOMEM: 'there is no memory left',
  SQLITE_PERM: 'the file may not be touched',
  SQLITE_AUTH: 'the file may not be touched',
}

/** By its shape: where code runs in several realms, the driver's errors are of the realm that loaded it first. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown'

/** SQLITE_IOERR_FSYNC is a kind of SQLITE_IOERR. */
const familyOf = (code: string): string => code.split('_').slice(0, 2).join('_')

/** Whether the machine failed (disk, lock, file), and not one statement: then every caller of a commit is told so. */
export const isOfTheMachine = (error: unknown): boolean => familyOf(codeOf(error)) in reasons

/**
 * What went wrong, by the driver's code alone: its message may quote a value.
 * A file that could not be opened by Node itself has a code of the system (`ENOENT`).
 */
export const storeUnavailable = (error: unknown): StoreUnavailable => {
  const code = codeOf(error)
  return { _tag: 'StoreUnavailable', reason: `${reasons[familyOf(code)] ?? 'the driver refused'} (${code})` }
}

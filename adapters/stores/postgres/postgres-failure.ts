import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isStoreError, throwableStoreError } from '../throwable-store-error'

/** By SQLSTATE, by class of SQLSTATE (its first two characters), or by code of the operating system. */
const reasons: Readonly<Record<string, string>> = {
  '08': 'the connection failed',
  '25': 'the database is read-only',
  '28': 'the database refuses the login of this role',
  '40': 'the transaction was rolled back because of another one',
  '42501': 'the role lacks a right: run `glemsom grant` for it, and check that this is the right database',
  '42': 'the role lacks a right, or the schema of the database is not the expected one',
  '53': 'the server has no memory, disk or connections left',
  '54': 'the server has reached a limit',
  '55': 'another session holds a lock',
  '57': 'the server was stopped, or cancelled the statement',
  '58': 'the disk of the server does not answer',
  '3D': 'there is no such database',
  XX: 'the database is damaged',
  ECONNREFUSED: 'no server answers at this address',
  ECONNRESET: 'the connection was lost',
  EPIPE: 'the connection was lost',
  ETIMEDOUT: 'the connection was lost',
  ENOENT: 'no server answers at this address',
  ENOTFOUND: 'the host name is unknown',
}

const systemFailureClasses = ['08', '25', '28', '53', '54', '57', '58', '3D', 'XX']
const sqlStatePattern = /^[0-9A-Z]{5}$/

/** Reads the code without `instanceof`: in tests the driver's errors may come from another JavaScript realm. */
const codeOf = (error: unknown): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof value === 'string' ? value : undefined
}

const isSqlState = (code: string | undefined): code is string =>
  code !== undefined && sqlStatePattern.test(code) && code !== 'EPIPE'

/** The SQLSTATE of an error of the server; undefined when the connection or the driver failed. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const code = codeOf(error)
  return isSqlState(code) ? code : undefined
}

const failureClassOf = (error: unknown): string | undefined => sqlStateOf(error)?.slice(0, 2) ?? codeOf(error)

/** Whether the server, disk or network failed, and not one statement: then all appends of the transaction fail. */
export const isPostgresSystemFailure = (error: unknown): boolean => {
  const state = sqlStateOf(error)
  return state === undefined || systemFailureClasses.includes(state.slice(0, 2))
}

/** Whether a statement may have been committed: the server did not say that it rolled it back. */
export const isOutcomeUnknown = (error: unknown): boolean => {
  const state = sqlStateOf(error)
  return state === undefined || state.startsWith('08') || state.startsWith('57P')
}

/** Whether the server refused a value, for example text with a NUL character. */
export const isPostgresInvalidValueError = (error: unknown): boolean => failureClassOf(error) === '22'

/**
 * The reason comes from the SQLSTATE only, or from the code of the operating system when the connection failed: the
 * server's message may quote a value. The driver's own errors (a time-out, a lost connection) have no code.
 */
export const postgresUnavailable = (error: unknown): StoreUnavailable => {
  if (isStoreError(error)) return { _tag: 'StoreUnavailable', reason: error.reason }
  const reason =
    reasons[sqlStateOf(error) ?? ''] ??
    reasons[failureClassOf(error) ?? ''] ??
    (sqlStateOf(error) ? 'the server refused' : 'the connection was lost')
  const code = codeOf(error)
  return { _tag: 'StoreUnavailable', reason: code === undefined ? reason : `${reason} (${code})` }
}

/** Turns a rejection into an Error that is also a StoreUnavailable, for calls of a port that return no Either. */
export const convertRejectionToStoreError = async <A>(work: Promise<A>): Promise<A> => {
  try {
    return await work
  } catch (error) {
    throw throwableStoreError(postgresUnavailable(error))
  }
}

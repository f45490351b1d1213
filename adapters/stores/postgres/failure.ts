import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isStoreError, storeError } from '../store-error'

/** By a SQLSTATE or its class, which is its first two characters, or by a code of the system. */
const reasons: Readonly<Record<string, string>> = {
  '08': 'the connection failed',
  '25': 'the database cannot be written',
  '28': 'the database does not let this role in',
  '40': 'the transaction gave way to another',
  '42501': 'the role may not do this: has `glemsom grant` been run for it, and is this the right database',
  '42': 'the role may not do this, or the schema is another',
  '53': 'the server has no room left',
  '54': 'the server has no room left',
  '55': 'something else holds what is asked for',
  '57': 'the server was stopped, or told to give up',
  '58': 'the disk of the server does not answer',
  '3D': 'there is no such database',
  XX: 'the database is damaged',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection was lost',
  EPIPE: 'the connection was lost',
  ETIMEDOUT: 'the connection was lost',
  ENOENT: 'nobody answers there',
  ENOTFOUND: 'there is no such host',
}

const ofTheMachine = ['08', '25', '28', '53', '54', '57', '58', '3D', 'XX']
const sqlState = /^[0-9A-Z]{5}$/

/** By its shape: where code runs in several realms, the driver's errors are of the realm that loaded it first. */
const codeOf = (error: unknown): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof value === 'string' ? value : undefined
}

const isSqlState = (code: string | undefined): code is string =>
  code !== undefined && sqlState.test(code) && code !== 'EPIPE'

/** The SQLSTATE of a failure that the server has told; undefined when the connection or the driver failed. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const code = codeOf(error)
  return isSqlState(code) ? code : undefined
}

const familyOf = (error: unknown): string | undefined => sqlStateOf(error)?.slice(0, 2) ?? codeOf(error)

/** Whether the machine failed (server, disk, network), and not one statement: then every caller of a commit is told so. */
export const isOfTheMachine = (error: unknown): boolean => {
  const state = sqlStateOf(error)
  return state === undefined || ofTheMachine.includes(state.slice(0, 2))
}

/** Whether nobody knows what became of a statement that was on its way: the server did not say that it undid it. */
export const isInDoubt = (error: unknown): boolean => {
  const state = sqlStateOf(error)
  return state === undefined || state.startsWith('08') || state.startsWith('57P')
}

/** Whether a value was refused for what it is: text with a NUL, say. */
export const isOfTheData = (error: unknown): boolean => familyOf(error) === '22'

/**
 * What went wrong, by the SQLSTATE alone, or by the code of the system where the connection failed: the server's
 * message may quote a value. The driver's own errors (a time-out, a lost connection) have no code.
 */
export const storeUnavailable = (error: unknown): StoreUnavailable => {
  if (isStoreError(error)) return { _tag: 'StoreUnavailable', reason: error.reason }
  const reason =
    reasons[sqlStateOf(error) ?? ''] ??
    reasons[familyOf(error) ?? ''] ??
    (sqlStateOf(error) ? 'the server refused' : 'the connection was lost')
  const code = codeOf(error)
  return { _tag: 'StoreUnavailable', reason: code === undefined ? reason : `${reason} (${code})` }
}

/** Rejects with an Error that is also a StoreUnavailable: for where a port has no room for an error value. */
export const orStoreError = async <A>(work: Promise<A>): Promise<A> => {
  try {
    return await work
  } catch (error) {
    throw storeError(storeUnavailable(error))
  }
}

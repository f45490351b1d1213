import { createHook } from 'node:async_hooks'
import crypto from 'node:crypto'
import Database from 'better-sqlite3-multiple-ciphers'

/** How often each kind of work was done. */
export type Counts = Readonly<Record<Work, number>>

export const works = [
  'events read by place in the log',
  'events read by stream',
  'head of a log read',
  'other queries',
  'rows written',
  'commits on the main thread',
  'HMACs',
  'ciphers',
  'deciphers',
  'hashes',
  'promises',
] as const
export type Work = (typeof works)[number]

/** A text of SQL by what it does to a file; BEGIN does nothing by itself. */
const workOf = (sql: string): Work | undefined => {
  if (sql === 'COMMIT') return 'commits on the main thread'
  if (sql.startsWith('BEGIN') || sql === 'ROLLBACK') return undefined
  if (!sql.startsWith('SELECT')) return 'rows written'
  if (sql.includes('max(position)')) return 'head of a log read'
  if (sql.includes('e.position >')) return 'events read by place in the log'
  return sql.includes('s.name = ?') ? 'events read by stream' : 'other queries'
}

type Method = (this: { readonly source: string }, ...values: unknown[]) => unknown

const statementMethods = ['run', 'get', 'all'] as const

const cryptoWorks = {
  createHmac: 'HMACs',
  createCipheriv: 'ciphers',
  createDecipheriv: 'deciphers',
  createHash: 'hashes',
  hash: 'hashes',
} as const

type Count = (work: Work | undefined) => void

const countStatements = (count: Count): void => {
  const db = new Database(':memory:')
  const statements = Object.getPrototypeOf(db.prepare('SELECT 1')) as Record<(typeof statementMethods)[number], Method>
  for (const name of statementMethods) {
    const original = statements[name]
    statements[name] = function (...values) {
      count(workOf(this.source.trim()))
      return Reflect.apply(original, this, values)
    }
  }
  db.close()
}

const countCiphers = (count: Count): void => {
  for (const [name, work] of Object.entries(cryptoWorks)) {
    const original = Reflect.get(crypto, name) as (...values: unknown[]) => unknown
    Reflect.set(crypto, name, (...values: unknown[]) => {
      count(work)
      return Reflect.apply(original, undefined, values)
    })
  }
}

/**
 * Counts the work of this process's main thread from now on, by wrapping the driver's statements and Node's ciphers:
 * for benchmarks alone. Answers a function that tells the counts since it was last called.
 */
export const countWork = (): (() => Counts) => {
  let counts = new Map<Work, number>()
  const count: Count = (work) => {
    if (work !== undefined) counts.set(work, (counts.get(work) ?? 0) + 1)
  }
  countStatements(count)
  countCiphers(count)
  createHook({
    init: (_id, type) => {
      if (type === 'PROMISE') count('promises')
    },
  }).enable()
  return () => {
    const told = counts
    counts = new Map()
    return Object.fromEntries(works.map((work) => [work, told.get(work) ?? 0])) as Counts
  }
}

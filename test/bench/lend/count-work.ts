import { createHook } from 'node:async_hooks'
import crypto from 'node:crypto'
import Database from 'better-sqlite3-multiple-ciphers'

/** How often each kind of work was done. */
export type WorkCounts = Readonly<Record<KindOfWork, number>>

export const kindsOfWork = [
  'events read by log position',
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
export type KindOfWork = (typeof kindsOfWork)[number]

/** The kind of work of an SQL statement. BEGIN and ROLLBACK do not count. */
const workOf = (sql: string): KindOfWork | undefined => {
  if (sql === 'COMMIT') return 'commits on the main thread'
  if (sql.startsWith('BEGIN') || sql === 'ROLLBACK') return undefined
  if (!sql.startsWith('SELECT')) return 'rows written'
  if (sql.includes('max(position)')) return 'head of a log read'
  if (sql.includes('e.position >')) return 'events read by log position'
  return sql.includes('s.name = ?') ? 'events read by stream' : 'other queries'
}

type Method = (this: { readonly source: string }, ...values: unknown[]) => unknown

const statementMethods = ['run', 'get', 'all'] as const

const kindsByCryptoFunction = {
  createHmac: 'HMACs',
  createCipheriv: 'ciphers',
  createDecipheriv: 'deciphers',
  createHash: 'hashes',
  hash: 'hashes',
} as const

type Count = (work: KindOfWork | undefined) => void

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
  for (const [name, work] of Object.entries(kindsByCryptoFunction)) {
    const original = Reflect.get(crypto, name) as (...values: unknown[]) => unknown
    Reflect.set(crypto, name, (...values: unknown[]) => {
      count(work)
      return Reflect.apply(original, undefined, values)
    })
  }
}

/**
 * Counts the work of this process's main thread from now on. For benchmarks only: it replaces functions of the database
 * driver and of `node:crypto`. Answers a function that answers the counts since its last call.
 */
export const countWork = (): (() => WorkCounts) => {
  let counts = new Map<KindOfWork, number>()
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
    const finished = counts
    counts = new Map()
    return Object.fromEntries(kindsOfWork.map((work) => [work, finished.get(work) ?? 0])) as WorkCounts
  }
}

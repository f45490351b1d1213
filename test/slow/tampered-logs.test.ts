import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { openTreeThread } from '../../adapters/stores/eventstore/trees/open-tree-thread'
import { openHeadFolder } from '../../adapters/stores/heads/open-head-folder'
import type { LogVerification } from '../../adapters/processes/transparency/log-verification'
import { signHeadOfAllEvents } from '../../adapters/processes/transparency/sign-heads'
import { originOf } from '../../adapters/processes/transparency/transparency-origin'
import { verifyLog } from '../../adapters/processes/transparency/verify-log'
import { noteKeyOfPem } from '../../retention/transparency/formats/note-key'
import { appendEvents, withLogAndTrees } from '../adapters/stores/eventstore/trees/log-with-trees'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { exampleRing } from '../retention/transparency/example-signers'

const log = 'circulation' as const
const ring = { ...exampleRing, library: '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33' }
const keys = [noteKeyOfPem('ed25519', originOf(ring.library, log))(ring.verifyingKey)]

/** The events of the log, and how many of them heads have signed. */
const [events, signed] = [700, 600]

const columns = ['id', 'type', 'version', 'recorded', 'open', 'sealed', 'code', 'stream', 'revision'] as const

/** A change of the file: what is done to the event at a place, and to another one. */
const arbitraryChange = fc.record({
  kind: fc.constantFrom('bit', 'value', 'removed', 'exchanged', 'cut', 'added'),
  column: fc.constantFrom(...columns),
  at: fc.integer({ min: 1, max: events }),
  other: fc.integer({ min: 1, max: events }),
  bit: fc.nat(100_000),
})
type Change = typeof arbitraryChange extends fc.Arbitrary<infer A> ? A : never

const flipBit = (value: unknown, bit: number): unknown => {
  if (typeof value === 'number') return value + 1 + (bit % 5)
  const isText = typeof value === 'string'
  const bytes = isText ? Buffer.from(value, 'latin1') : Buffer.from(value as Uint8Array)
  const at = bit % (bytes.length * (isText ? 6 : 8))
  const [index, mask] = isText ? [Math.floor(at / 6), 1 << (at % 6)] : [at >> 3, 1 << (at & 7)]
  bytes[index] = (bytes[index] as number) ^ mask
  return isText ? bytes.toString('latin1') : bytes
}

/** Changes the file; answers whether something that was signed differs afterwards. */
const tamper = (db: Database.Database, { kind, column, at, other, bit }: Change): boolean => {
  const value = db.prepare(`SELECT ${column} FROM events WHERE position = ?`).pluck()
  const set = (to: unknown): boolean => {
    const before = value.get(at)
    db.prepare(`UPDATE OR IGNORE events SET ${column} = ? WHERE position = ?`).run(to, at)
    const after = value.get(at)
    const isSame = Buffer.isBuffer(before) ? Buffer.compare(before, after as Buffer) === 0 : before === after
    return !isSame && at <= signed
  }
  const [first, second] = [Math.min(at, other), Math.max(at, other)]
  switch (kind) {
    case 'bit':
      return set(flipBit(value.get(at), bit))
    case 'value':
      return set(value.get(other))
    case 'removed':
      db.prepare('DELETE FROM events WHERE position = ?').run(at)
      return at <= signed
    case 'exchanged':
      for (const [from, to] of [[first, -1], [second, first], [-1, second]]) db.prepare('UPDATE events SET position = ? WHERE position = ?').run(to, from) // prettier-ignore
      return first <= signed && first !== second
    case 'cut':
      db.prepare('DELETE FROM events WHERE position >= ?').run(at)
      return at <= signed
    case 'added':
      db.exec(
        `UPDATE events SET position = -(position + 1) WHERE position > ${String(at)}; UPDATE events SET position = -position WHERE position < 0`,
      )
      db.exec(`INSERT INTO events (position, stream, revision, id, type, version, recorded, open, sealed, code)
        SELECT position + 1, stream, 5000 + revision, randomblob(16), type, version, recorded, open, sealed, code
        FROM events WHERE position = ${String(at)}`)
      return at < signed
  }
}

describe('a log that was changed in a random way', () => {
  it('is found when it differs from its heads, and never otherwise', () =>
    withLogAndTrees(async ({ folder, log: store, openTrees, treeFile }) => {
      const heads = openHeadFolder(path.join(folder, 'heads'))
      const key = Buffer.alloc(32, 5)
      const trees = openTrees(key)
      for (let part = 0; part < 4; part++) {
        await appendEvents(store, signed / 4)
        rightOrThrow(await signHeadOfAllEvents({ ring, trees, heads })(log)())
      }
      await trees.close()
      await appendEvents(store, events - signed)
      await store.close()
      let copies = 0
      const verifyCopy = async (change: Change): Promise<readonly [boolean, LogVerification]> => {
        const copy = path.join(folder, `copy-${String((copies += 1))}`)
        mkdirSync(copy)
        const [file, copiedTrees] = [path.join(copy, 'log.db'), path.join(copy, 'trees.db')]
        copyFileSync(path.join(folder, 'circulation.db'), file)
        copyFileSync(treeFile, copiedTrees)
        const db = new Database(file)
        db.pragma('foreign_keys = off')
        const differs = tamper(db, change)
        db.close()
        const place = { _tag: 'File', file } as const
        const opened = openTreeThread({ file: copiedTrees, key, places: { circulation: place, persons: place } })
        const verified = rightOrThrow(await verifyLog({ trees: opened, heads, keys })(log, 0, () => undefined))
        await opened.close()
        return [differs, verified]
      }
      await fc.assert(
        fc.asyncProperty(arbitraryChange, async (change) => {
          const [differs, { found, newestHead }] = await verifyCopy(change)
          expect([change, found > 0, newestHead]).toEqual([change, differs, signed])
        }),
        { numRuns: 500 },
      )
    }))
})

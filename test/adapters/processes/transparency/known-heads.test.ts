import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { KnownHead } from '../../../../adapters/processes/transparency/log-verification'
import { signHeadOfAllEvents } from '../../../../adapters/processes/transparency/sign-heads'
import { originOf } from '../../../../adapters/processes/transparency/transparency-origin'
import { verifyLog } from '../../../../adapters/processes/transparency/verify-log'
import { openHeadFolder } from '../../../../adapters/stores/heads/open-head-folder'
import { noteKeyOfPem } from '../../../../retention/transparency/formats/note-key'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { signHeadsAnew } from '../../../fixtures/transparency/sign-heads-anew'
import { exampleRing, exampleWitnessKey } from '../../../retention/transparency/example-signers'
import { appendEvents, withLogAndTrees } from '../../stores/eventstore/trees/log-with-trees'

const log = 'circulation' as const
const ring = { ...exampleRing, library: '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33' }
const keys = [noteKeyOfPem('ed25519', originOf(ring.library, log))(ring.verifyingKey)]

interface LogAndKnownHeads {
  /** The heads of 10, 20 and 30 events, as somebody has stored them elsewhere. */
  readonly known: ReadonlyArray<KnownHead>
  readonly verify: (known: ReadonlyArray<KnownHead>) => Promise<ReadonlyArray<unknown>>
  /** Changes the file of the log, computes its tree anew, and signs all heads anew. */
  readonly rewrite: (sql: string) => Promise<void>
  readonly folder: string
}

/** A log of 35 events. */
const withLogAndKnownHeads = (use: (opened: LogAndKnownHeads) => Promise<void>): Promise<void> =>
  withLogAndTrees(async (opened) => {
    const headFolder = path.join(opened.folder, 'heads')
    const [trees, heads] = [opened.openTrees(), openHeadFolder(headFolder)]
    const known: KnownHead[] = []
    for (const size of [10, 20, 30]) {
      await appendEvents(opened.log, 10)
      const head = rightOrThrow(await signHeadOfAllEvents({ ring, trees, heads })(log)())!
      known.push({ name: `head-${String(size)}`, head })
    }
    await appendEvents(opened.log, 5)
    await use({
      ...{ known, folder: opened.folder },
      verify: async (toCompare) =>
        rightOrThrow(await verifyLog({ trees, heads, keys, known: toCompare })(log, 0, () => undefined)).findings,
      rewrite: async (sql) => {
        const db = new Database(path.join(opened.folder, 'circulation.db'))
        db.exec(sql)
        db.close()
        await signHeadsAnew({ ring, trees, headFolder }, log)
      },
    })
  })

const differing = (size: number, afterSize: number, isSignedAnew = true) => ({
  ...{ kind: 'differs from known head', name: `head-${String(size)}`, size, afterSize, isSignedAnew },
})

describe('a head that was stored elsewhere', () => {
  it('agrees with a log that only went on', () =>
    withLogAndKnownHeads(async ({ known, verify }) => {
      expect(await verify(known)).toEqual([])
    }))

  it('alone finds a tail that was rewritten with its tree and all heads, and says since where', () =>
    withLogAndKnownHeads(async ({ known, verify, rewrite, folder }) => {
      const before = readFileSync(path.join(folder, 'heads', log, '000000000030'), 'utf8')
      await rewrite(`UPDATE events SET open = '{}' WHERE position > 23`)
      expect(readFileSync(path.join(folder, 'heads', log, '000000000030'), 'utf8')).not.toBe(before)
      expect(await verify([])).toEqual([])
      expect(await verify(known)).toEqual([differing(30, 20)])
      expect(await verify(known.toReversed())).toEqual([differing(30, 20)])
      expect(await verify(known.slice(2))).toEqual([differing(30, 0)])
      expect(await verify(known.slice(0, 2))).toEqual([])
    }))

  it('finds a tail that was cut off, and an event that was removed, added or moved', () =>
    withLogAndKnownHeads(async ({ known, verify, rewrite }) => {
      await rewrite('DELETE FROM events WHERE position > 24')
      expect(await verify([])).toEqual([])
      expect(await verify(known)).toEqual([differing(30, 20, false)])
      await rewrite('DELETE FROM events WHERE position = 3')
      expect(await verify(known)).toEqual([differing(10, 0), differing(20, 0), differing(30, 0, false)])
    }))

  it('proves nothing when no key of the library has signed it', () =>
    withLogAndKnownHeads(async ({ known, verify }) => {
      const [{ head }] = known as readonly [KnownHead]
      const [signature] = head.note.signatures
      const forged = { ...head.note, signatures: [{ ...signature!, name: exampleWitnessKey.name }] }
      expect(await verify([{ name: 'forged', head: { ...head, note: forged } }])).toEqual([
        { kind: 'known head not valid', name: 'forged', size: 10 },
      ])
    }))
})

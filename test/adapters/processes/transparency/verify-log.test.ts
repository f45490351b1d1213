import path from 'node:path'
import { rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import type { LogFinding, LogVerification } from '../../../../adapters/processes/transparency/log-verification'
import { signHeadOfAllEvents } from '../../../../adapters/processes/transparency/sign-heads'
import { originOf } from '../../../../adapters/processes/transparency/transparency-origin'
import { verifyLog } from '../../../../adapters/processes/transparency/verify-log'
import { openHeadFolder } from '../../../../adapters/stores/heads/open-head-folder'
import { noteKeyOfPem } from '../../../../retention/transparency/formats/note-key'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { exampleRing } from '../../../retention/transparency/example-signers'
import { appendEvents, withLogAndTrees, type LogWithTrees } from '../../stores/eventstore/trees/log-with-trees'

const log = 'circulation' as const
const ring = { ...exampleRing, library: '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33' }
const keys = [noteKeyOfPem('ed25519', originOf(ring.library, log))(ring.verifyingKey)]

interface SignedLog extends LogWithTrees {
  readonly verify: (after?: number) => Promise<LogVerification>
  readonly tryToVerify: (after?: number) => ReturnType<ReturnType<typeof verifyLog>>
  /** Changes the file of the log as its owner. */
  readonly tamper: (sql: string) => void
}

/** A log of 40 events with heads of 15 and 30. */
const withSignedLog = (use: (signed: SignedLog) => Promise<void>): Promise<void> =>
  withLogAndTrees(async (opened) => {
    const heads = openHeadFolder(path.join(opened.folder, 'heads'))
    const trees = opened.openTrees()
    for (const _ of [15, 30]) {
      await appendEvents(opened.log, 15)
      rightOrThrow(await signHeadOfAllEvents({ ring, trees, heads })(log)())
    }
    await appendEvents(opened.log, 10)
    const tryToVerify: SignedLog['tryToVerify'] = (after = 0) =>
      verifyLog({ trees, heads, keys, known: [] })(log, after, () => undefined)
    const verify: SignedLog['verify'] = async (after) => rightOrThrow(await tryToVerify(after))
    const tamper: SignedLog['tamper'] = (sql) => {
      const db = new Database(path.join(opened.folder, 'circulation.db'))
      db.exec(sql)
      db.close()
    }
    await use({ ...opened, tryToVerify, verify, tamper })
  })

const kindsAndPlaces = (findings: ReadonlyArray<LogFinding>) =>
  findings.map((finding) => [finding.kind, 'event' in finding ? finding.event.index : 'signedIndex' in finding ? finding.signedIndex : finding]) // prettier-ignore

/** Exchanges the events at two positions, in both directions over an unused one. */
const exchange = (a: number, b: number): string =>
  [[a, 99999], [b, a], [99999, b]].map(([from, to]) => `UPDATE events SET position = ${String(to)} WHERE position = ${String(from)};`).join('\n') // prettier-ignore

/** Adds an event after the one at a position, as somebody does who moves all later ones by one. */
const addAfter = (position: number): string => `
  UPDATE events SET position = -(position + 1) WHERE position > ${String(position)};
  UPDATE events SET position = -position WHERE position < 0;
  INSERT INTO events (position, stream, revision, id, type, version, recorded, open, sealed, code)
  SELECT position + 1, stream, 777, randomblob(16), type, version, recorded, open, sealed, code FROM events
  WHERE position = ${String(position)}`

describe('the verification of a log', () => {
  it('finds nothing in a log that only went on, also after the head that was verified before', () =>
    withSignedLog(async ({ verify }) => {
      const whole = { log, events: 40, heads: 2, newestHead: 30, witnesses: [], unsigned: 10, findings: [], found: 0 }
      expect(await verify()).toEqual(whole)
      expect(await verify(15)).toEqual({ ...whole, events: 25 })
      expect(await verify(30)).toEqual({ ...whole, events: 10 })
    }))

  it.each([
    ['changed', "UPDATE events SET open = '{}' WHERE position = 8", [['changed', 7]]],
    ['changed', "UPDATE events SET recorded = '2026-11-21' WHERE position = 30", [['changed', 29]]],
    ['changed', 'UPDATE events SET code = NULL WHERE position = 1', [['changed', 0]]],
    ['missing', 'DELETE FROM events WHERE position = 8', [['missing', 7]]],
    ['moved', exchange(8, 9), [['moved', 7]]],
    ['added', addAfter(8), [['added', 8]]],
  ] as const)('names the event that is %s, and where: %s', (_, sql, expected) =>
    withSignedLog(async ({ verify, tamper }) => {
      tamper(sql)
      const { findings, unsigned } = await verify()
      expect([kindsAndPlaces(findings), unsigned]).toEqual([expected, 10])
    }),
  )

  it('names the events that were cut off', () =>
    withSignedLog(async ({ verify, tamper }) => {
      tamper('DELETE FROM events WHERE position > 27')
      const { findings, unsigned } = await verify()
      expect([kindsAndPlaces(findings), unsigned]).toEqual([[27, 28, 29].map((index) => ['missing', index]), 0])
    }))

  it('says between which heads a log differs, when the hashes of its events are gone as well', () =>
    withSignedLog(async ({ verify, tryToVerify, tamper, openTrees }) => {
      tamper("UPDATE events SET open = '{}' WHERE position = 20")
      rightOrThrow(await openTrees().clear({ log })())
      expect((await verify()).findings).toEqual([{ kind: 'between heads', afterSize: 15, upToSize: 30 }])
      expect(await tryToVerify(15)).toEqual(E.left({ _tag: 'CannotBeginAfterHead', log, size: 15 }))
      rightOrThrow(await openTrees().growToEnd(log)())
      expect((await verify()).findings).toEqual([{ kind: 'between heads', afterSize: 15, upToSize: 30 }])
    }))

  it('names a head that is forged or damaged, and believes no other', () =>
    withSignedLog(async ({ verify, tamper, folder }) => {
      const head = path.join(folder, 'heads', log, '000000000015')
      writeFileSync(head, 'glemsom\n15\n')
      expect((await verify()).findings).toEqual([{ kind: 'head not valid', size: 15 }])
      rmSync(head)
      tamper("UPDATE events SET open = '{}' WHERE position = 3")
      expect(kindsAndPlaces((await verify()).findings)).toEqual([['changed', 2]])
    }))

  it('proves nothing without a head, and says so', () =>
    withSignedLog(async ({ verify, folder }) => {
      rmSync(path.join(folder, 'heads'), { recursive: true })
      expect(await verify()).toMatchObject({ newestHead: null, unsigned: 40, findings: [] })
    }))

  it('finds whatever is changed in any way in what was signed, and nothing else', () =>
    withSignedLog(async ({ verify, tamper, folder }) => {
      const columns = ['id', 'type', 'version', 'recorded', 'open', 'sealed', 'code'] as const
      const db = new Database(path.join(folder, 'circulation.db'))
      const row = db.prepare<[number], Record<string, unknown>>('SELECT * FROM events WHERE position = ?')
      const values: Readonly<Record<(typeof columns)[number], string>> = { id: 'randomblob(16)', type: "'CopyLost'", version: '7', recorded: "'2027-01-01'", open: "'{}'", sealed: 'randomblob(24)', code: 'randomblob(33)' } // prettier-ignore
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...columns), async (position, column) => {
          const before = row.get(position)!
          tamper(`UPDATE events SET ${column} = ${values[column]} WHERE position = ${String(position)}`)
          const { findings } = await verify()
          db.prepare(`UPDATE events SET ${column} = ? WHERE position = ?`).run(before[column], position)
          expect(kindsAndPlaces(findings)).toEqual(position <= 30 ? [['changed', position - 1]] : [])
        }),
        { numRuns: 60 },
      )
      db.close()
    }))
})

import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { createTransparencyOperations } from '../../../../adapters/composition/transparency/create-transparency-operations'
import { readWitnessSettings } from '../../../../adapters/composition/transparency/read-witness-settings'
import { openHeadFolder } from '../../../../adapters/stores/heads/open-head-folder'
import { encodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { verifyNote } from '../../../../retention/transparency/formats/verify-note'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { startWitness, type RunningWitness } from '../../../fixtures/witness/start-witness'
import { exampleRing, exampleWitnessKey } from '../../../retention/transparency/example-signers'
import { noteKeyOfPem } from '../../../../retention/transparency/formats/note-key'
import { originOf } from '../../../../adapters/processes/transparency/transparency-origin'
import { memoryLeases } from '../../../../adapters/processes/coordination/memory/memory-leases'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import type { Leases } from '../../../../domain/ports/leases'
import type { Instant } from '../../../../domain/values/instant'
import { appendEvents, withLogAndTrees, type LogWithTrees } from '../../stores/eventstore/trees/log-with-trees'

const log = 'circulation' as const
const library = '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33'
const ring = { ...exampleRing, library }
const logKey = noteKeyOfPem('ed25519', originOf(library, log))(ring.verifyingKey)

const ownLeases = () => memoryLeases(machineMonotonicClock)(30_000)

/** A process of a library that has one witness; the alarms that it raises. */
const processOf = (
  { folder, log: events, openTrees }: LogWithTrees,
  witness: RunningWitness,
  {
    leases = ownLeases(),
    time = '2023-11-19T23:30:00.000Z',
  }: { readonly leases?: Leases; readonly time?: string } = {},
) => {
  const alarms: string[] = []
  const operations = createTransparencyOperations({
    ring,
    trees: openTrees(),
    logs: { circulation: events, persons: events },
    heads: openHeadFolder(path.join(folder, 'heads')),
    listablePersons: () => Promise.resolve(undefined),
    witnesses: [witness],
    leases,
    worldTime: () => time as Instant,
    alarm: (kind) => void alarms.push(kind),
  })
  return { ...operations, alarms }
}

const withWitness = (use: (opened: LogWithTrees, witness: RunningWitness) => Promise<void>): Promise<void> =>
  withLogAndTrees(async (opened) => {
    const witness = await startWitness([logKey])
    try {
      await use(opened, witness)
    } finally {
      await witness.stop()
    }
  })

describe('a witness of the heads of a log', () => {
  it('cosigns each newest head once, and its cosignature is stored with the head', () =>
    withWitness(async (opened, witness) => {
      const library = processOf(opened, witness)
      for (const events of [10, 300]) {
        await appendEvents(opened.log, events)
        rightOrThrow(await library.signHeadOfCirculation())
        for (let times = 0; times < 2; times++) await library.cosignHeads()
        const head = rightOrThrow(await library.lastHead(log)())!
        const signed = rightOrThrow(verifyNote([logKey, exampleWitnessKey])(head.note))
        expect(signed.map(({ key }) => key.name)).toEqual([logKey.name, 'witness.example/w1'])
      }
      expect(witness.statuses).toEqual([200, 200])
      expect(library.witnessProblems()).toEqual([])
    }))

  it('is asked for the size that it knows, by a process that does not know it', () =>
    withWitness(async (opened, witness) => {
      const first = processOf(opened, witness)
      await appendEvents(opened.log, 40)
      rightOrThrow(await first.signHeadOfCirculation())
      await first.cosignHeads()
      await appendEvents(opened.log, 40)
      const second = processOf(opened, witness)
      rightOrThrow(await second.signHeadOfCirculation())
      await second.cosignHeads()
      expect(witness.statuses).toEqual([200, 409, 200])
      expect(rightOrThrow(await second.lastHead(log)())?.note.signatures).toHaveLength(2)
    }))

  it('is sent a head by one process of several, and the other finds its cosignature', () =>
    withWitness(async (opened, witness) => {
      const leases = ownLeases()
      const [first, second] = [processOf(opened, witness, { leases }), processOf(opened, witness, { leases })]
      await appendEvents(opened.log, 40)
      rightOrThrow(await first.signHeadOfCirculation())
      const { requested, answer } = witness.pause()
      const cosigning = first.cosignHeads()
      await requested
      await second.cosignHeads()
      answer()
      await cosigning
      await second.cosignHeads()
      expect(witness.statuses).toEqual([200])
      const status = { log, witness: witness.key.name, failedPosts: 0, cosignatureAgeDays: 6 }
      for (const process of [first, second]) expect(process.witnessStatuses()[0]).toEqual(status)
    }))

  it('has failed posts counted, and the days since its newest cosignature, also by a process that began later', () =>
    withWitness(async (opened, witness) => {
      const before = processOf(opened, witness)
      await appendEvents(opened.log, 10)
      rightOrThrow(await before.signHeadOfCirculation())
      expect(before.witnessStatuses()[0]).toMatchObject({ log, failedPosts: 0, cosignatureAgeDays: null })
      await before.cosignHeads()
      await appendEvents(opened.log, 10)
      rightOrThrow(await before.signHeadOfCirculation())
      const unreachable = { ...witness, url: 'http://127.0.0.1:9' }
      // Cosigned on 14 November at 23.13 in Copenhagen.
      const after = processOf(opened, unreachable, { time: '2023-11-14T23:00:00.000Z' })
      for (let times = 0; times < 3; times++) await after.cosignHeads()
      expect(after.witnessStatuses()[0]).toMatchObject({ log, failedPosts: 3, cosignatureAgeDays: 1 })
      const inThePast = processOf(opened, unreachable, { time: '2023-01-01T12:00:00.000Z' })
      await inThePast.cosignHeads()
      expect(inThePast.witnessStatuses()[0]).toMatchObject({ cosignatureAgeDays: 0 })
      await processOf(opened, witness).cosignHeads()
      expect(after.witnessProblems()).toHaveLength(1)
      await after.cosignHeads()
      expect(after.witnessProblems()).toEqual([])
    }))

  it('that does not answer is reported, and asked again', () =>
    withWitness(async (opened, witness) => {
      await appendEvents(opened.log, 10)
      const unreachable = processOf(opened, { ...witness, url: 'http://127.0.0.1:9' })
      rightOrThrow(await unreachable.signHeadOfCirculation())
      await unreachable.cosignHeads()
      const problem = { log, witness: 'witness.example/w1', problem: 'it does not answer', isContradiction: false }
      expect([unreachable.witnessProblems(), unreachable.alarms]).toEqual([[problem], ['WitnessGivesNoCosignature']])
      const reachable = processOf(opened, witness)
      witness.setError(1)
      await reachable.cosignHeads()
      expect(reachable.witnessProblems()).toEqual([{ ...problem, problem: 'its answer has no valid cosignature' }])
      expect(rightOrThrow(await reachable.lastHead(log)())?.note.signatures).toHaveLength(1)
      witness.setError(0)
      await reachable.cosignHeads()
      expect(reachable.witnessProblems()).toEqual([])
      expect(rightOrThrow(await reachable.lastHead(log)())?.note.signatures).toHaveLength(2)
    }))

  it('finds a log that was changed with everything that the library knows of it', () =>
    withWitness(async (opened, witness) => {
      const before = processOf(opened, witness)
      await appendEvents(opened.log, 40)
      rightOrThrow(await before.signHeadOfCirculation())
      await before.cosignHeads()
      await before.close()
      const db = new Database(path.join(opened.folder, 'circulation.db'))
      db.prepare("UPDATE events SET type = 'CopyWithdrawn' WHERE position = 7").run()
      db.close()
      rmSync(path.join(opened.folder, 'heads'), { recursive: true })
      for (const side of ['', '-wal', '-shm']) rmSync(`${opened.treeFile}${side}`, { force: true })
      await appendEvents(opened.log, 5)
      const after = processOf(opened, witness)
      rightOrThrow(await after.signHeadOfCirculation())
      await after.cosignHeads()
      expect(after.witnessProblems()).toMatchObject([{ log, isContradiction: true }])
      expect(after.alarms).toEqual(['LogDiffersFromWitness'])
      expect(rightOrThrow(await after.lastHead(log)())?.note.signatures).toHaveLength(1)
    }))
})

describe('the file of witnesses', () => {
  it('has a key and an address on each line, and says which line is wrong', () =>
    withLogAndTrees(({ folder }) => {
      const file = path.join(folder, 'witnesses')
      const key = encodeNoteKey(exampleWitnessKey)
      const read = (text: string) => {
        writeFileSync(file, text)
        return readWitnessSettings({ WITNESSES: file })
      }
      const url = 'https://w1.example/submit'
      expect(read(`# ours\n\n${key} ${url}/\n`)).toEqual(E.right([{ key: exampleWitnessKey, url }]))
      for (const line of [
        key,
        `${key} w1.example`,
        `${key.slice(1)} ${url}`,
        `${key} ${url} more`,
        `${encodeNoteKey(logKey)} ${url}`,
      ])
        // prettier-ignore
        expect(read(`\n${line}`)).toEqual(E.left(expect.stringContaining('whose line 2 names no witness')))
      expect(readWitnessSettings({ WITNESSES: `${file}-missing` })).toEqual(
        E.left(expect.stringContaining('cannot be read')),
      )
      expect(readWitnessSettings({})).toEqual(E.right([]))
      return Promise.resolve()
    }))
})

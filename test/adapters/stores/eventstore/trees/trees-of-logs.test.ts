import { randomBytes } from 'node:crypto'
import { copyFileSync, writeFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { decodeEntryBundle } from '../../../../../retention/transparency/formats/entry-bundle'
import { hashLeaf } from '../../../../../retention/transparency/tree/hashes'
import { verifyConsistency } from '../../../../../retention/transparency/tree/verify-consistency'
import { verifyInclusion } from '../../../../../retention/transparency/tree/verify-inclusion'
import { readWholeLog } from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { rootByDefinition } from '../../../../retention/transparency/tree-under-test'
import { appendEvents, closeDay, recordsOf, withLogAndTrees } from './log-with-trees'

const log = 'circulation' as const

describe('the tree of a log that a thread computes', () => {
  it('has the root of all events, after every growth', () =>
    withLogAndTrees(async ({ log: events, openTrees }) => {
      const trees = openTrees()
      expect(rightOrThrow(await trees.growToEnd(log)())).toEqual({ size: 0, position: '', isCaughtUp: true })
      for (const count of [1, 255, 1, 4500, 300]) {
        await appendEvents(events, count)
        const records = await recordsOf(events)
        expect(rightOrThrow(await trees.growToEnd(log)()).size).toBe(records.length)
        const root = rightOrThrow(await trees.root({ log, size: records.length })())
        expect(Buffer.from(root!)).toEqual(rootByDefinition(records))
      }
      expect(rightOrThrow(await trees.root({ log, size: 6000 })())).toBeUndefined()
    }))

  it('goes on where it stopped, also when the process was killed', () =>
    withLogAndTrees(async ({ log: events, openTrees, treeFile }) => {
      await appendEvents(events, 700)
      const killed = openTrees()
      rightOrThrow(await killed.growToEnd(log)())
      // What a killed process leaves: the file and its write-ahead log, as they are.
      for (const side of ['', '-wal', '-shm']) copyFileSync(`${treeFile}${side}`, `${treeFile}${side}.killed`)
      await killed.close()
      for (const side of ['', '-wal', '-shm']) copyFileSync(`${treeFile}${side}.killed`, `${treeFile}${side}`)
      await appendEvents(events, 50)
      const trees = openTrees()
      expect(rightOrThrow(await trees.root({ log, size: 700 })())).toBeDefined()
      const steps: number[] = []
      rightOrThrow(await trees.growToEnd(log, undefined, ({ size }) => steps.push(size))())
      expect(steps).toEqual([750])
      const root = rightOrThrow(await trees.root({ log, size: 750 })())
      expect(Buffer.from(root!)).toEqual(rootByDefinition(await recordsOf(events)))
    }))

  it('is made anew when its file is damaged, or has another key', () =>
    withLogAndTrees(async ({ log: events, openTrees, treeFile }) => {
      await appendEvents(events, 300)
      const first = openTrees()
      rightOrThrow(await first.growToEnd(log)())
      await first.close()
      const withOtherKey = openTrees(randomBytes(32))
      expect(rightOrThrow(await withOtherKey.root({ log, size: 1 })())).toBeUndefined()
      expect(rightOrThrow(await withOtherKey.growToEnd(log)()).size).toBe(300)
      await withOtherKey.close()
      writeFileSync(treeFile, randomBytes(8192))
      const trees = openTrees()
      expect(rightOrThrow(await trees.growToEnd(log)()).size).toBe(300)
      const root = rightOrThrow(await trees.root({ log, size: 300 })())
      expect(Buffer.from(root!)).toEqual(rootByDefinition(await recordsOf(events)))
    }))

  it('stops at a position, and knows each closing', () =>
    withLogAndTrees(async ({ log: events, openTrees }) => {
      await appendEvents(events, 10)
      const first = await closeDay(events, '2026-05-01')
      await appendEvents(events, 300)
      await closeDay(events, '2026-05-02')
      const trees = openTrees()
      expect(rightOrThrow(await trees.lastClosing({ log })())).toBeUndefined()
      expect(rightOrThrow(await trees.growToEnd(log, first)())).toEqual({ size: 11, position: first, isCaughtUp: true })
      expect(rightOrThrow(await trees.lastClosing({ log })())).toEqual({ closed: '2026-05-01', size: 11 })
      rightOrThrow(await trees.growToEnd(log)())
      const second = { closed: '2026-05-02', size: 312 }
      expect(rightOrThrow(await trees.lastClosing({ log })())).toEqual(second)
      expect(rightOrThrow(await trees.closingsAfter({ log, size: 11 })())).toEqual([second])
    }))

  it('gives tiles and bundles of entries, whose records hash to the tiles', () =>
    withLogAndTrees(async ({ log: events, openTrees }) => {
      await appendEvents(events, 600)
      const trees = openTrees()
      rightOrThrow(await trees.growToEnd(log)())
      const records = await recordsOf(events)
      for (const [index, width] of [
        [0, 256],
        [1, 256],
        [2, 88],
        [2, 3],
      ] as const) {
        // prettier-ignore
        const bundle = rightOrThrow(await trees.tile({ log, level: 'entries', index, width })())!
        const ofBundle = records.slice(index * 256, index * 256 + width)
        expect(decodeEntryBundle(bundle)).toEqual(E.right(ofBundle))
        const tile = rightOrThrow(await trees.tile({ log, level: 0, index, width })())!
        expect(Buffer.from(tile)).toEqual(Buffer.concat(ofBundle.map(hashLeaf)))
      }
      expect(rightOrThrow(await trees.tile({ log, level: 1, index: 0, width: 2 })())).toHaveLength(64)
      for (const level of [0, 'entries'] as const)
        expect(rightOrThrow(await trees.tile({ log, level, index: 2, width: 89 })())).toBeUndefined()
    }))

  it('proves that each event is in it, and that it began with each smaller one', () =>
    withLogAndTrees(async ({ log: events, openTrees }) => {
      await appendEvents(events, 520)
      const trees = openTrees()
      rightOrThrow(await trees.growToEnd(log)())
      const headOf = async (size: number) => ({ size, root: rightOrThrow(await trees.root({ log, size })())! })
      const head = await headOf(520)
      const records = await recordsOf(events)
      for (const [at, { position }] of (await readWholeLog(events)).entries()) {
        if (at % 37 !== 0 && at !== 255 && at !== 256) continue
        const index = rightOrThrow(await trees.indexOf({ log, position })())
        expect(index).toBe(at)
        const proof = rightOrThrow(await trees.inclusion({ log, index: at, size: 520 })())!
        expect(verifyInclusion(head)({ index: at, hash: hashLeaf(records[at]!) }, proof)).toBe(true)
        const consistency = rightOrThrow(await trees.consistency({ log, smaller: at, size: 520 })())!
        expect(verifyConsistency(await headOf(at), head)(consistency)).toBe(true)
      }
      expect(rightOrThrow(await trees.inclusion({ log, index: 520, size: 520 })())).toBeUndefined()
    }))
})

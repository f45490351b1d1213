import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import {
  lastHead,
  signHeadOfAllEvents,
  signHeadsOfClosings,
  type HeadSigningDependencies,
} from '../../../../adapters/processes/transparency/sign-heads'
import { originOf } from '../../../../adapters/processes/transparency/transparency-origin'
import { openHeadFolder } from '../../../../adapters/stores/heads/open-head-folder'
import { noteKeyOfPem } from '../../../../retention/transparency/formats/note-key'
import { verifyNote } from '../../../../retention/transparency/formats/verify-note'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { exampleRing } from '../../../retention/transparency/example-signers'
import { rootByDefinition } from '../../../retention/transparency/tree-under-test'
import {
  appendEvents,
  closeDay,
  recordsOf,
  withLogAndTrees,
  type LogWithTrees,
} from '../../stores/eventstore/trees/log-with-trees'

const log = 'circulation' as const
const library = '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33'
const ring = { ...exampleRing, library }

const dependenciesOf = ({ folder, openTrees }: LogWithTrees): HeadSigningDependencies => ({
  ring,
  trees: openTrees(),
  heads: openHeadFolder(path.join(folder, 'heads')),
})

const sizesOf = async ({ heads }: HeadSigningDependencies) => rightOrThrow(await heads.sizes(log)())

describe('the head of a log', () => {
  it('is signed with the closing of each day, once', () =>
    withLogAndTrees(async (opened) => {
      const dependencies = dependenciesOf(opened)
      const signDue = signHeadsOfClosings(dependencies)(log)
      expect(rightOrThrow(await signDue())).toBe(0)
      await appendEvents(opened.log, 10)
      await closeDay(opened.log, '2026-05-01')
      await appendEvents(opened.log, 5)
      expect([rightOrThrow(await signDue()), rightOrThrow(await signDue())]).toEqual([1, 0])
      for (const day of ['2026-05-02', '2026-05-03']) await closeDay(opened.log, day)
      expect(rightOrThrow(await signDue())).toBe(2)
      expect(await sizesOf(dependencies)).toEqual([11, 17, 18])
    }))

  it('begins, in a log that had none, with the last closing', () =>
    withLogAndTrees(async (opened) => {
      const dependencies = dependenciesOf(opened)
      for (const day of ['2026-05-01', '2026-05-02', '2026-05-03']) await closeDay(opened.log, day)
      rightOrThrow(await signHeadsOfClosings(dependencies)(log)())
      expect(await sizesOf(dependencies)).toEqual([3])
    }))

  it('names the log, its size and root, and its key, and is verified by that key', () =>
    withLogAndTrees(async (opened) => {
      const dependencies = dependenciesOf(opened)
      await appendEvents(opened.log, 300)
      const head = rightOrThrow(await signHeadOfAllEvents(dependencies)(log)())!
      const origin = originOf(library, log)
      expect(head).toMatchObject({ origin, size: 300, root: rootByDefinition(await recordsOf(opened.log)) })
      const key = noteKeyOfPem('ed25519', origin)(ring.verifyingKey)
      expect(E.isRight(verifyNote([key])(head.note))).toBe(true)
      expect(rightOrThrow(await dependencies.heads.keys())).toEqual([key])
      expect(rightOrThrow(await lastHead(dependencies.heads)(log)())).toEqual(head)
    }))

  it('is signed on demand when there is something new', () =>
    withLogAndTrees(async (opened) => {
      const dependencies = dependenciesOf(opened)
      const signNow = signHeadOfAllEvents(dependencies)(log)
      expect(rightOrThrow(await signNow())).toBeUndefined()
      await closeDay(opened.log, '2026-05-01')
      await appendEvents(opened.log, 4)
      for (let times = 0; times < 2; times++) expect(rightOrThrow(await signNow())?.size).toBe(5)
      rightOrThrow(await signHeadsOfClosings(dependencies)(log)())
      expect(await sizesOf(dependencies)).toEqual([5])
    }))

  it('is refused when the log has not all that an earlier head signed', () =>
    withLogAndTrees(async (opened) => {
      const { folder, log: events, openTrees } = opened
      const dependencies = dependenciesOf(opened)
      await appendEvents(events, 20)
      rightOrThrow(await signHeadOfAllEvents(dependencies)(log)())
      const db = new Database(path.join(folder, 'circulation.db'))
      db.prepare("UPDATE events SET open = replace(open, '3274626533', '3274626534') WHERE position = 7").run()
      db.close()
      // The tree is derived: whoever changes the log may remove it as well.
      rightOrThrow(await openTrees().clear({ log })())
      const differs = E.left({ _tag: 'LogDiffersFromHead', log, size: 20 })
      await appendEvents(events, 5)
      const afterwards = { ...dependencies, trees: openTrees() }
      expect(await signHeadOfAllEvents(afterwards)(log)()).toEqual(differs)
      expect(await signHeadsOfClosings(afterwards)(log)()).toEqual(differs)
      expect(await sizesOf(dependencies)).toEqual([20])
    }))
})

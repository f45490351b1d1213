import { cpSync, mkdirSync, copyFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { openLogReader } from '../../adapters/stores/eventstore/trees/log-reader'
import { openTreeThread } from '../../adapters/stores/eventstore/trees/open-tree-thread'
import { openHeadFolder } from '../../adapters/stores/heads/open-head-folder'
import type { KnownHead } from '../../adapters/processes/transparency/log-verification'
import { signHeadOfAllEvents } from '../../adapters/processes/transparency/sign-heads'
import { originOf } from '../../adapters/processes/transparency/transparency-origin'
import { verifyLog } from '../../adapters/processes/transparency/verify-log'
import { eventDefinitionsByType } from '../../domain/event/decode-event-parts'
import { eventDefinitions } from '../../domain/event-definitions'
import { checkCertificatesOfLog } from '../../retention/certificates/check-certificates-of-log'
import { verifyCertificate } from '../../retention/certificates/verify-certificate'
import { noteKeyOfPem } from '../../retention/transparency/formats/note-key'
import { appendEvents, withLogAndTrees } from '../adapters/stores/eventstore/trees/log-with-trees'
import { appendErasuresOfLoans } from '../fixtures/transparency/append-erasures-of-loans'
import { arbitraryLogFileChange, tamper, type LogFileChange } from '../fixtures/transparency/tamper'
import { signHeadsAnew } from '../fixtures/transparency/sign-heads-anew'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { verifyingKey } from '../retention/declaration-checks'
import { exampleRing } from '../retention/transparency/example-signers'

const log = 'circulation' as const
const ring = { ...exampleRing, library: '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33' }
const keys = [noteKeyOfPem('ed25519', originOf(ring.library, log))(ring.verifyingKey)]
const key = Buffer.alloc(32, 5)

const certificatesIn = async (file: string) => {
  const reader = rightOrThrow(await openLogReader({ _tag: 'File', file })())
  const check = checkCertificatesOfLog(eventDefinitionsByType(eventDefinitions), verifyCertificate(verifyingKey))
  const readAll = async function* () {
    yield await reader.page('', 100_000)
  }
  const checked = await check(log, { readAll }, () => undefined)
  await reader.close()
  return checked
}

describe('a log that was changed in a random way', () => {
  it('is found when it differs from its heads, by a known head alone when they were signed anew, and never otherwise', () =>
    withLogAndTrees(async ({ folder, log: store, openTrees, treeFile }) => {
      const headFolder = path.join(folder, 'heads')
      const heads = openHeadFolder(headFolder)
      const trees = openTrees(key)
      const known: KnownHead[] = []
      for (let part = 0; part < 4; part++) {
        await appendErasuresOfLoans(store)
        await appendEvents(store, 130)
        const head = rightOrThrow(await signHeadOfAllEvents({ ring, trees, heads })(log)())!
        known.push({ name: String(part), head })
      }
      const signed = known.at(-1)!.head.size
      const events = signed + 100
      await trees.close()
      await appendEvents(store, events - signed)
      await store.close()
      let copies = 0
      /** What is found in a copy of the log, its trees and its heads: by the heads in it, by known ones, and of certificates. */
      const verifyCopy = async (change: LogFileChange | undefined) => {
        const copy = path.join(folder, `copy-${String((copies += 1))}`)
        mkdirSync(copy)
        const [file, copiedTrees, copiedHeads] = ['log.db', 'trees.db', 'heads'].map((name) => path.join(copy, name)) as [string, string, string] // prettier-ignore
        copyFileSync(path.join(folder, 'circulation.db'), file)
        copyFileSync(treeFile, copiedTrees)
        cpSync(headFolder, copiedHeads, { recursive: true })
        const db = new Database(file)
        db.pragma('foreign_keys = off')
        const first = change === undefined ? undefined : tamper(db, events)(change)
        db.close()
        const place = { _tag: 'File', file } as const
        const opened = openTreeThread({ file: copiedTrees, key, places: { circulation: place, persons: place } })
        if (change?.kind === 'rewritten') await signHeadsAnew({ ring, trees: opened, headFolder: copiedHeads }, log)
        const dependencies = { trees: opened, heads: openHeadFolder(copiedHeads), keys, known }
        const { found, findings } = rightOrThrow(await verifyLog(dependencies)(log, 0, () => undefined))
        await opened.close()
        const differing = findings.filter((finding) => finding.kind === 'differs from known head')
        const certificates = await certificatesIn(file)
        return { first, own: found - differing.length, differing, certificates: certificates.findings.length }
      }
      expect(await verifyCopy(undefined)).toEqual({ first: undefined, own: 0, differing: [], certificates: 0 })
      const counts = new Map<string, number>()
      await fc.assert(
        fc.asyncProperty(arbitraryLogFileChange, async (change) => {
          const { first, own, differing, certificates } = await verifyCopy(change)
          const differs = first !== undefined && first <= signed
          const byHeads = differs && change.kind !== 'rewritten'
          expect([change, own > 0, differing.length > 0]).toEqual([change, byHeads, differs])
          const agreeing = known.map(({ head }) => head.size).filter((size) => size < (first ?? Infinity))
          const since = differs ? [agreeing.at(-1) ?? 0] : []
          expect([change, differing.slice(0, 1).map(({ afterSize }) => afterSize)]).toEqual([change, since])
          const isForged = change.kind === 'certificate' || change.kind === 'appended certificate'
          // A random change of a certificate is found as well.
          expect([change, certificates > 0 || !isForged]).toEqual([change, true])
          const outcome = `${change.kind}: ${differs ? (byHeads ? 'found by its heads' : 'found by a known head alone') : isForged ? 'found as a certificate alone' : 'not signed, or no change'}` // prettier-ignore
          counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
        }),
        { numRuns: 500 },
      )
      // What the run has covered, for whoever reads its output.
      process.stdout.write(`${[...counts].toSorted().map(([outcome, count]) => `${String(count)} ${outcome}`).join('\n')}\n`) // prettier-ignore
    }))
})

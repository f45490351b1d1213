import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { growTreeToHead } from '../../adapters/processes/transparency/grow-tree-to-head'
import { proveEvent } from '../../adapters/processes/transparency/prove-event'
import { signHeadOfAllEvents } from '../../adapters/processes/transparency/sign-heads'
import { originOf } from '../../adapters/processes/transparency/transparency-origin'
import type { HeadStore } from '../../adapters/stores/heads/head-store'
import { openHeadFolder } from '../../adapters/stores/heads/open-head-folder'
import type { EventStore } from '../../domain/ports/event-store'
import type { TreesOfLogs } from '../../adapters/stores/eventstore/trees/open-tree-thread'
import { encodeNoteKey, noteKeyOfPem } from '../../retention/transparency/formats/note-key'
import { encodeSignedNote } from '../../retention/transparency/formats/signed-note'
import { encodeTilePath } from '../../retention/transparency/formats/tile-path'
import { tileWidth, widthOfTile } from '../../retention/transparency/tree/tile'
import { appendEvents, withLogAndTrees } from '../adapters/stores/eventstore/trees/log-with-trees'
import { readWholeLog } from '../contract/event-store/event-store-steps'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { exampleRing } from '../retention/transparency/example-signers'
import { describeIfGoPresent, runGoProgram } from './go-program'

const log = 'circulation' as const
const ring = { ...exampleRing, library: '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33' }

const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64')

const proverOf = (events: EventStore, { trees, heads }: { readonly trees: TreesOfLogs; readonly heads: HeadStore }) =>
  proveEvent({
    ...{ logs: { circulation: events, persons: events }, trees, heads },
    growTreeToHead: growTreeToHead({ trees, listablePersons: () => Promise.resolve(undefined) }),
  })

const entryLine = /^extra .*$/m

/** A text of a proof, with the entry of another one. */
const withEntryOf = (other: string, text: string): string => text.replace(entryLine, entryLine.exec(other)![0])

/** Writes all tiles and bundles of a tree as files, as a server for static files would have them. */
const writeTiles = async (folder: string, trees: TreesOfLogs, size: number): Promise<void> => {
  for (const level of [0, 1, 2, 'entries'] as const)
    for (let index = 0; ; index++) {
      const width = widthOfTile(size, { level: level === 'entries' ? 0 : level, index })
      if (width === 0) break
      const file = path.join(folder, encodeTilePath({ level, index, width }))
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, rightOrThrow(await trees.tile({ log, level, index, width })())!)
    }
}

describeIfGoPresent('a verifier that others wrote, with the packages of Go', () => {
  it('reads our tiles, checks the signature, 1,000 inclusion proofs, 100 consistency proofs and 300 texts of proofs, and refuses changed ones', () =>
    withLogAndTrees(async (opened) => {
      const { folder, openTrees } = opened
      const size = 3 * tileWidth * 4 + 77
      await appendEvents(opened.log, size)
      const trees = openTrees()
      const dependencies = { ring, trees, heads: openHeadFolder(path.join(folder, 'heads')) }
      const head = rightOrThrow(await signHeadOfAllEvents(dependencies)(log)())!
      writeFileSync(path.join(folder, 'checkpoint'), encodeSignedNote(head.note))
      await writeTiles(folder, trees, size)
      const inclusion = []
      for (let at = 0; at < 1000; at++) {
        const index = (at * 617) % size
        const proof = rightOrThrow(await trees.inclusion({ log, index, size })())!
        inclusion.push({ Index: index, Proof: proof.map(base64) })
      }
      const consistency = []
      for (let at = 1; at <= 100; at++) {
        const smaller = Math.floor((at * size) / 100)
        const proof = rightOrThrow(await trees.consistency({ log, smaller, size })())!
        const root = rightOrThrow(await trees.root({ log, size: smaller })())!
        consistency.push({ Size: smaller, Root: base64(root), Proof: proof.map(base64) })
      }
      const events = await readWholeLog(opened.log)
      const prove = proverOf(opened.log, dependencies)
      const texts = []
      for (let at = 0; at < 300; at++) {
        const { stream, revision } = events[(at * 1009) % size]!
        texts.push(rightOrThrow(await prove({ log, stream, revision })()).text)
      }
      const key = encodeNoteKey(noteKeyOfPem('ed25519', originOf(ring.library, log))(ring.verifyingKey))
      const input = { Key: key, Folder: folder, Inclusion: inclusion, Consistency: consistency, Texts: texts }
      const file = path.join(folder, 'input.json')
      const verify = (changed: object) => {
        writeFileSync(file, JSON.stringify({ ...input, ...changed }))
        return runGoProgram('verify-transparency.go', file)
      }
      expect(verify({})).toEqual({ status: 0, output: '1000 inclusions, 100 consistencies, 300 texts' })
      const [first, second] = inclusion
      expect(verify({ Inclusion: [{ ...first, Proof: second!.Proof }] }).status).toBe(1)
      expect(verify({ Consistency: [{ ...consistency[7], Root: consistency[8]!.Root }] }).status).toBe(1)
      expect(verify({ Texts: [texts[0]!.replace(/^index \d+/m, 'index 4')] }).status).toBe(1)
      expect(verify({ Texts: [withEntryOf(texts[1]!, texts[0]!)] }).status).toBe(1)
      expect(verify({ Key: key.replace('glemsom', 'glemsem') }).status).toBe(1)
      const tile = path.join(folder, 'tile/0/001')
      writeFileSync(tile, readFileSync(tile).fill(0, 32, 33))
      expect(verify({}).status).toBe(1)
    }))
})

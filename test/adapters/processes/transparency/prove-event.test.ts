import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { openHeadFolder } from '../../../../adapters/stores/heads/open-head-folder'
import { withSignatures } from '../../../../adapters/processes/transparency/cosign-heads'
import { proveEvent } from '../../../../adapters/processes/transparency/prove-event'
import { growTreeToHead } from '../../../../adapters/processes/transparency/grow-tree-to-head'
import { signHeadOfAllEvents } from '../../../../adapters/processes/transparency/sign-heads'
import { originOf } from '../../../../adapters/processes/transparency/transparency-origin'
import type { StreamName } from '../../../../domain/event/stream'
import { noteKeyOfPem } from '../../../../retention/transparency/formats/note-key'
import { leafRecordOf } from '../../../../retention/transparency/leaf-record'
import { readWholeLog } from '../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { verifyProofText } from '../../../fixtures/transparency/verify-proof-text'
import { cosign, exampleRing, exampleWitnessKey } from '../../../retention/transparency/example-signers'
import { appendEvents, withLogAndTrees, type LogWithTrees } from '../../stores/eventstore/trees/log-with-trees'

const log = 'circulation' as const
const ring = { ...exampleRing, library: '7f4df5a2-6d1b-4c57-9b1e-0a4c8f1d2e33' }
const logKey = noteKeyOfPem('ed25519', originOf(ring.library, log))(ring.verifyingKey)

const proverOf = ({ folder, log: events, openTrees }: LogWithTrees) => {
  const [trees, heads] = [openTrees(), openHeadFolder(path.join(folder, 'heads'))]
  const ofHead = growTreeToHead({ trees, listablePersons: () => Promise.resolve(undefined) })
  return {
    prove: proveEvent({ logs: { circulation: events, persons: events }, trees, heads, growTreeToHead: ofHead }),
    sign: async () => rightOrThrow(await signHeadOfAllEvents({ ring, trees, heads })(log)())!,
    heads,
    trees,
  }
}

describe('the proof of an event', () => {
  it('verifies with nothing but the key of the log, for each event, and for no other record', () =>
    withLogAndTrees(async (opened) => {
      const { prove, sign } = proverOf(opened)
      await appendEvents(opened.log, 300)
      await sign()
      const events = await readWholeLog(opened.log)
      for (const [index, event] of events.entries()) {
        const proof = rightOrThrow(await prove({ log, stream: event.stream, revision: event.revision })())
        const proved = verifyProofText([logKey], proof.text)
        expect(proved).toMatchObject({ index, size: 300, signers: [logKey.name] })
        expect(JSON.stringify(proved.record)).toBe(leafRecordOf(log)(event))
        const other = leafRecordOf(log)(events[(index + 1) % 300]!)
        expect(() => verifyProofText([logKey], proof.text, other)).toThrow('not under the head')
      }
    }))

  it('has the cosignatures of the head, and stays valid under later heads and after the trees are computed anew', () =>
    withLogAndTrees(async (opened) => {
      const { prove, sign, heads, trees } = proverOf(opened)
      await appendEvents(opened.log, 10)
      const { note } = await sign()
      await heads.put(log, withSignatures(note, [cosign(1_700_000_000, note.text)]), logKey)()
      const [first] = await readWholeLog(opened.log)
      const place = { log, stream: first!.stream, revision: 0 }
      const before = rightOrThrow(await prove(place)())
      const keys = [logKey, exampleWitnessKey]
      expect(before.witnesses).toEqual([exampleWitnessKey.name])
      expect(verifyProofText(keys, before.text).signers).toEqual(keys.map(({ name }) => name))
      await appendEvents(opened.log, 1000)
      await sign()
      await trees.clear({ log })()
      const after = rightOrThrow(await prove(place)())
      expect([before, after].map(({ text }) => verifyProofText(keys, text).size)).toEqual([10, 1010])
    }))

  it('is refused while no head has signed the event, and when there is none', () =>
    withLogAndTrees(async (opened) => {
      const { prove, sign } = proverOf(opened)
      await appendEvents(opened.log, 1)
      const [first] = await readWholeLog(opened.log)
      const place = { log, stream: first!.stream, revision: 0 }
      expect(await prove(place)()).toEqual(E.left({ _tag: 'EventIsNotSigned', log, size: null }))
      await sign()
      await appendEvents(opened.log, 1)
      const second = (await readWholeLog(opened.log)).at(-1)!
      const left = E.left({ _tag: 'EventIsNotSigned', log, size: 1 })
      expect(await prove({ log, stream: second.stream, revision: 0 })()).toEqual(left)
      expect(E.isRight(await prove(place)())).toBe(true)
      for (const missing of [
        { ...place, revision: 1 },
        { ...place, stream: 'copy-1' as StreamName },
      ])
        // prettier-ignore
        expect(await prove(missing)()).toEqual(E.left({ _tag: 'EventIsUnknown' }))
    }))

  it('is refused when the log was changed since the head was signed', () =>
    withLogAndTrees(async (opened) => {
      const { prove, sign, trees } = proverOf(opened)
      await appendEvents(opened.log, 20)
      await sign()
      const [first] = await readWholeLog(opened.log)
      const db = new Database(path.join(opened.folder, 'circulation.db'))
      db.prepare(`UPDATE events SET recorded = '1999-01-01' WHERE position = 1`).run()
      db.close()
      const differs = E.left({ _tag: 'LogDiffersFromHead', log, size: 20 })
      const place = { log, stream: first!.stream, revision: 0 }
      expect(await prove(place)()).toEqual(differs)
      await trees.clear({ log })()
      expect(await prove({ ...place, revision: 1 })()).toEqual(differs)
    }))
})

import { decodeCheckpoint } from '../../../../retention/transparency/formats/checkpoint'
import { acquireOneCopy } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { startWitness } from '../../../fixtures/witness/start-witness'

const log = 'circulation' as const

describe('the health of a library whose heads are witnessed', () => {
  it('lists a witness that does not answer, and is no worse for it; one that signed another tree is a fault', () =>
    withTemporaryFolder(async (folder) => {
      const unwitnessed = await openLibraryIn(folder)
      await acquireOneCopy(unwitnessed)
      const transparency = unwitnessed.transparency!
      const head = rightOrThrow(await transparency.signHeadOfCirculation())!
      const keys = rightOrThrow(await transparency.keys(log)())
      await unwitnessed.close()
      const witness = await startWitness(keys)
      const unreachable = { ...witness, url: 'http://127.0.0.1:9' }
      const open = (use: typeof witness) => openLibraryIn(folder, { witnesses: [use], alarm: () => undefined })
      const first = await open(unreachable)
      await first.transparency!.cosignHeads()
      const problem = { log, witness: witness.key.name, problem: 'it does not answer', isContradiction: false }
      expect(await first.checkHealth()).toMatchObject({ ok: true, witnesses: [problem] })
      await first.close()
      const { origin } = rightOrThrow(decodeCheckpoint(head.note.text))
      expect(origin).toMatch(/^glemsom\/[0-9a-f-]{36}\/circulation$/)
      witness.remember({ origin, size: 1, root: Buffer.alloc(32, 7) })
      const second = await open(witness)
      await second.transparency!.cosignHeads()
      expect(await second.checkHealth()).toMatchObject({ ok: false, witnesses: [{ isContradiction: true }] })
      await second.close()
      await witness.stop()
    }))
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { openHeadFolder } from '../../../../adapters/stores/heads/open-head-folder'
import { signCheckpoint } from '../../../../retention/transparency/formats/sign-checkpoint'
import { encodeSignedNote } from '../../../../retention/transparency/formats/signed-note'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import {
  cosign,
  exampleLogKey,
  exampleOrigin,
  exampleRing,
  exampleWitnessKey,
} from '../../../retention/transparency/example-signers'

const signed = async (size: number) =>
  rightOrThrow(await signCheckpoint(exampleRing)({ origin: exampleOrigin, size, root: Buffer.alloc(32, size) })())

const withFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-heads-'))
  try {
    await use(path.join(folder, 'heads'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the folder of signed heads', () => {
  it('has each head as a file that is a signed note, and lists them by size', () =>
    withFolder(async (folder) => {
      const heads = openHeadFolder(folder)
      expect(rightOrThrow(await heads.sizes('circulation')())).toEqual([])
      expect(rightOrThrow(await heads.read('circulation', 7)())).toBeUndefined()
      for (const size of [12, 7]) rightOrThrow(await heads.put('circulation', await signed(size), exampleLogKey)())
      expect(rightOrThrow(await heads.sizes('circulation')())).toEqual([7, 12])
      expect(rightOrThrow(await heads.sizes('persons')())).toEqual([])
      const head = rightOrThrow(await heads.read('circulation', 7)())
      expect(head).toMatchObject({ origin: exampleOrigin, size: 7, root: Buffer.alloc(32, 7) })
      const files = readdirSync(path.join(folder, 'circulation'))
      expect(files.toSorted()).toEqual(['000000000007', '000000000012'])
      const text = readFileSync(path.join(folder, 'circulation', '000000000007'), 'utf8')
      expect(text).toBe(encodeSignedNote(await signed(7)))
    }))

  it('keeps the cosignatures with the head, and the history of the keys', () =>
    withFolder(async (folder) => {
      const note = await signed(7)
      const withWitness = { ...note, signatures: [...note.signatures, cosign(1679315147, note.text)] }
      rightOrThrow(await openHeadFolder(folder).put('persons', note, exampleLogKey)())
      const again = openHeadFolder(folder)
      rightOrThrow(await again.put('persons', withWitness, exampleLogKey)())
      rightOrThrow(await again.put('persons', await signed(8), exampleWitnessKey)())
      expect(rightOrThrow(await again.read('persons', 7)())?.note).toEqual(withWitness)
      expect(rightOrThrow(await again.keys())).toEqual([exampleLogKey, exampleWitnessKey])
    }))

  it('says that a head is damaged, or that the folder cannot be used', () =>
    withFolder(async (folder) => {
      const heads = openHeadFolder(folder)
      rightOrThrow(await heads.put('circulation', await signed(7), exampleLogKey)())
      writeFileSync(path.join(folder, 'circulation', '000000000007'), 'glemsom\n7\n')
      const reason = (text: string) =>
        E.left({ _tag: 'StoreUnavailable', reason: expect.stringContaining(text) as string })
      expect(await heads.read('circulation', 7)()).toEqual(reason('a signed head is damaged'))
      const isAFile = path.join(folder, 'keys')
      expect(await openHeadFolder(isAFile).put('circulation', await signed(7), exampleLogKey)()).toEqual(
        reason(isAFile),
      )
    }))
})

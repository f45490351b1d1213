import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { KekRing } from '../../../../../retention/keys/kek-ring'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { keysInToken } from '../../../../fixtures/softhsm/keys-in-token'
import { withSoftHsm } from '../../../../fixtures/softhsm/with-softhsm'
import { aWeekLater, context, key, labelOf, moduleRings, roll, wrapKey } from './module-rings'
import { copyWithModes } from '../../../../fixtures/copy-with-modes'

withSoftHsm((softHsm) => {
  const { folder, newFolder, module, make, open } = moduleRings(softHsm)
  const tokenKeysOf = async (ring: KekRing) =>
    (await keysInToken(module())).filter(({ label }) => label.startsWith(`glemsom ${ring.library} `))

  describe('a ring in a hardware module', () => {
    it('is the same ring when it is opened again: after a roll, and after a destruction', async () => {
      const at = newFolder()
      const ring = await make(at)
      const wrapped = await wrapKey(ring, 1)
      await roll(ring)
      const again = await open(at)
      expect([again.library, again.verifyingKey, again.epochs()]).toEqual([ring.library, ring.verifyingKey, [2]])
      expect(again.retiredEpochs()).toEqual(ring.retiredEpochs())
      expect(Buffer.from(rightOrThrow(await again.unwrapFromEscrow(1, context, wrapped)()))).toEqual(key)
      expect(await again.readModelKey(2)()).toEqual(await ring.readModelKey(2)())
      rightOrThrow(await again.destroyEpoch(1, aWeekLater)())
      expect((await open(at)).retiredEpochs()).toEqual(again.retiredEpochs())
    })

    it('has its wrapping keys in the token alone, made there, and never to be read or copied', async () => {
      const at = newFolder()
      const ring = await make(at)
      await roll(ring)
      expect(await tokenKeysOf(ring)).toEqual([
        { label: labelOf(ring, 1), isNeverCopied: true, canEncrypt: false },
        { label: labelOf(ring, 2), isNeverCopied: true, canEncrypt: true },
      ])
      const texts = [at, path.join(at, 'escrow')].flatMap((place) =>
        readdirSync(place)
          .filter((name) => /^(epoch|escrow)-/.test(name))
          .map((name) => readFileSync(path.join(place, name), 'utf8')),
      )
      expect(texts.map((text) => Object.keys(JSON.parse(text) as object))).toEqual([
        ['library', 'epoch', 'begunOn', 'wrappedSecret', 'lasting'],
        ['library', 'epoch', 'supersededOn', 'retiredOn', 'wrappedSecret'],
      ])
    })

    it('opens nothing with a destroyed key: the token does not have it any more', async () => {
      const at = newFolder()
      const ring = await make(at)
      const wrapped = await wrapKey(ring, 1)
      await roll(ring)
      const before = path.join(folder, 'ring-before')
      copyWithModes(at, before, { recursive: true })
      rightOrThrow(await ring.destroyEpoch(1, aWeekLater)())
      expect((await tokenKeysOf(ring)).map(({ label }) => label)).toEqual([labelOf(ring, 2)])
      for (const copied of [ring, await open(before)]) {
        const outcome = await copied.unwrapFromEscrow(1, context, wrapped)()
        expect(outcome).toMatchObject({ left: { _tag: 'Unavailable' } })
      }
    })

    it('of SoftHSM2 declares only: whoever has copied the files of the token opens what was destroyed', async () => {
      const at = newFolder()
      const ring = await make(at)
      const wrapped = await wrapKey(ring, 1)
      await roll(ring)
      const [ringBefore, tokensBefore] = [path.join(folder, 'r'), path.join(folder, 't')]
      copyWithModes(at, ringBefore, { recursive: true })
      copyWithModes(softHsm().tokens, tokensBefore, { recursive: true })
      rightOrThrow(await ring.destroyEpoch(1, aWeekLater)())
      const tokensNow = `${softHsm().tokens}-now`
      renameSync(softHsm().tokens, tokensNow)
      copyWithModes(tokensBefore, softHsm().tokens, { recursive: true })
      const thief = await open(ringBefore)
      expect(Buffer.from(rightOrThrow(await thief.unwrapFromEscrow(1, context, wrapped)()))).toEqual(key)
      expect(ring.keyDestruction(aWeekLater)).toBe('declared')
      await thief.close()
      rmSync(softHsm().tokens, { recursive: true })
      renameSync(tokensNow, softHsm().tokens)
    })
  })
})

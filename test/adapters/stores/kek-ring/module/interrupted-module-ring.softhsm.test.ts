import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { withSoftHsm } from '../../../../fixtures/softhsm/with-softhsm'
import { aWeekLater, context, key, moduleRings, roll, today, wrapKey } from './module-rings'

withSoftHsm((softHsm) => {
  const { newFolder, make, open } = moduleRings(softHsm)

  describe('a ring in a hardware module, when a change was interrupted,', () => {
    it('has the epoch whose key was made before its files', async () => {
      const at = newFolder()
      const ring = await make(at)
      await ring.beginEpoch(today)()
      const wrapped = await wrapKey(ring, 2)
      for (const name of ['epoch-2.json', 'read-models-2.json']) rmSync(path.join(at, name))
      const again = await open(at)
      expect(again.epochs()).toEqual([1, 2])
      expect(Buffer.from(rightOrThrow(await again.unwrap(2, context, wrapped)()))).toEqual(key)
      expect(rightOrThrow(await again.readModelKey(2)()).length).toBe(32)
    })

    it('retires an epoch again whose key is disabled already', async () => {
      const at = newFolder()
      const ring = await make(at)
      const inUse = readFileSync(path.join(at, 'epoch-1.json'))
      await roll(ring)
      writeFileSync(path.join(at, 'epoch-1.json'), inUse, { mode: 0o600 })
      const again = await open(at)
      expect([again.epochs(), again.retiredEpochs()]).toEqual([[1, 2], []])
      rightOrThrow(await again.retireEpoch(1, today)())
      expect([again.epochs(), again.retiredEpochs()]).toEqual([[2], ring.retiredEpochs()])
    })

    it('has a key in escrow that the record calls destroyed while the token still has it', async () => {
      const at = newFolder()
      const ring = await make(at)
      await roll(ring)
      const retired = ring.retiredEpochs()
      const { library } = ring
      const record = { library, epoch: 1, supersededOn: today, retiredOn: today, destroyedOn: today }
      writeFileSync(path.join(at, 'escrow', 'destroyed-1.json'), JSON.stringify(record), { mode: 0o600 })
      const again = await open(at)
      expect(again.retiredEpochs()).toEqual(retired)
      rightOrThrow(await again.destroyEpoch(1, aWeekLater)())
      expect(again.retiredEpochs()).toMatchObject([{ destroyedOn: aWeekLater }])
      expect(readdirSync(path.join(at, 'escrow'))).toEqual(['destroyed-1.json'])
    })

    it('gets other keys of read models when it was put back from its copy, which has none', async () => {
      const [at, copy] = [newFolder(), newFolder()]
      const ring = await make(at, { copy })
      await ring.beginEpoch(today)()
      const fromCopy = await open(copy)
      expect([fromCopy.library, fromCopy.epochs()]).toEqual([ring.library, [1, 2]])
      expect(await fromCopy.readModelKey(2)()).not.toEqual(await ring.readModelKey(2)())
      expect(await fromCopy.backupKey(2)()).toEqual(await ring.backupKey(2)())
    })
  })
})

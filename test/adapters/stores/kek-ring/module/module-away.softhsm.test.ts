import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { withSoftHsm } from '../../../../fixtures/softhsm/with-softhsm'
import { moduleProcesses } from '../../../../fixtures/threads/start-module-process'
import { context, key, moduleRings, wrapKey } from './module-rings'

withSoftHsm((softHsm) => {
  const { folder, newFolder, module, make } = moduleRings(softHsm)

  describe('a ring in a hardware module that is away', () => {
    it('says that keys are unavailable, never that bytes are not authentic, and comes back by itself', async () => {
      const ring = await make(newFolder())
      const wrapped = await wrapKey(ring, 1)
      const away = `${softHsm().tokens}-away`
      renameSync(softHsm().tokens, away)
      moduleProcesses.at(-1)?.kill('SIGKILL')
      for (const pause of [0, 1100]) {
        await setTimeout(pause)
        expect(await ring.unwrap(1, context, wrapped)()).toMatchObject({ left: { _tag: 'Unavailable' } })
        expect(await ring.wrap(1, context, key)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      }
      renameSync(away, softHsm().tokens)
      await setTimeout(1100)
      expect(Buffer.from(rightOrThrow(await ring.unwrap(1, context, wrapped)()))).toEqual(key)
    })

    it('is used by another process when the first one does not answer for ten seconds', async () => {
      const ring = await make(newFolder())
      const wrapped = await wrapKey(ring, 1)
      const stopped = moduleProcesses.at(-1)
      stopped?.kill('SIGSTOP')
      expect(Buffer.from(rightOrThrow(await ring.unwrap(1, context, wrapped)()))).toEqual(key)
      expect(stopped?.signalCode).toBe('SIGKILL')
    })

    it('tries a PIN that was not accepted once, until its file is changed', async () => {
      const pinFile = path.join(folder, 'changing-pin')
      writeFileSync(pinFile, readFileSync(module().pinFile), { mode: 0o600 })
      const ring = await make(newFolder(), { module: { ...module(), pinFile } })
      const wrapped = await wrapKey(ring, 1)
      writeFileSync(pinFile, '000000')
      moduleProcesses.at(-1)?.kill('SIGKILL')
      await setTimeout(1100)
      const started = moduleProcesses.length
      for (const pause of [0, 1100, 1100]) {
        await setTimeout(pause)
        expect(await ring.unwrap(1, context, wrapped)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      }
      expect(moduleProcesses.length).toBe(started + 1)
      writeFileSync(pinFile, readFileSync(module().pinFile))
      expect(Buffer.from(rightOrThrow(await ring.unwrap(1, context, wrapped)()))).toEqual(key)
    })
  })
})

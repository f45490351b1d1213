import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeRing, openRing } from '../../../../../adapters/stores/kek-ring/open-ring'
import type { HardwareModuleSettings } from '../../../../../adapters/stores/kek-ring/module/hardware-module-settings'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { keysInToken } from '../../../../fixtures/softhsm/keys-in-token'
import { withSoftHsm } from '../../../../fixtures/softhsm/with-softhsm'
import { noOlderEvents } from '../../../../retention/event-codes/example-coded-events'
import { labelOf, moduleRings, roll } from './module-rings'
import { copyWithModes } from '../../../../fixtures/copy-with-modes'

withSoftHsm((softHsm) => {
  const { folder, newFolder, module, make, open, refusalOf } = moduleRings(softHsm)

  describe('a ring in a hardware module is not opened, and the refusal says what to do,', () => {
    it.each<readonly [string, Partial<HardwareModuleSettings>, RegExp]>([
      ['when the module is missing', { file: '/usr/lib/no-such-module.so' }, /RING_MODULE names .*no-such-module/],
      [
        'when the module is no library',
        { file: '/etc/hostname' },
        /RING_MODULE names, \/etc\/hostname, cannot be used \(it is no library/,
      ],
      ['when the module is a folder', { file: '/usr/lib' }, /RING_MODULE names \/usr\/lib, which is a folder/],
      ['when the token is not there', { token: 'another' }, /RING_TOKEN names \(another\)/],
      ['when no token is named', { token: '' }, /RING_TOKEN is not set/],
      ['when no file of a PIN is named', { pinFile: '' }, /RING_PIN_FILE is not set/],
      [
        'when the file of the PIN is missing',
        { pinFile: '/no-such-pin' },
        /RING_PIN_FILE names, \/no-such-pin, is missing/,
      ],
      ['when the file of the PIN is a folder', { pinFile: '/usr/lib' }, /RING_PIN_FILE names, \/usr\/lib, is a folder/],
    ])('%s', async (_when, other, reason) => {
      const at = newFolder()
      await make(at)
      expect(await refusalOf(at, other)).toMatch(reason)
    })

    it('when its file has no PIN or a wrong one, or others may read it', async () => {
      const at = newFolder()
      await make(at)
      const pinFile = path.join(folder, 'wrong-pin')
      writeFileSync(pinFile, '\n', { mode: 0o600 })
      expect(await refusalOf(at, { pinFile })).toMatch(/wrong-pin, is empty/)
      writeFileSync(pinFile, '000000', { mode: 0o600 })
      expect(await refusalOf(at, { pinFile })).toMatch(/does not accept the PIN .*RING_PIN_FILE/)
      chmodSync(pinFile, 0o640)
      expect(await refusalOf(at, { pinFile })).toMatch(/RING_PIN_FILE names, .*wrong-pin, so give it mode 0600/)
    })

    it('when it is named without its module, or a ring in files with one', async () => {
      const [inModule, inFiles] = [newFolder(), newFolder()]
      await make(inModule)
      expect(JSON.stringify(await openRing(inModule)())).toMatch(/set the variables RING_MODULE/)
      rightOrThrow(await makeRing(inFiles)())
      expect(await refusalOf(inFiles)).toMatch(/RING_MODULE is set, but/)
    })

    it('when it is older than its token', async () => {
      const [at, older] = [newFolder(), newFolder()]
      const ring = await make(at)
      copyWithModes(at, older, { recursive: true })
      await roll(ring)
      await roll(ring)
      expect(await refusalOf(older)).toMatch(/older than its token, which has a key of epoch 3/)
    })

    it('when the token lacks the key of an epoch', async () => {
      const at = newFolder()
      await make(at)
      const another = softHsm().createToken('without-keys')
      expect(await refusalOf(at, another)).toMatch(/no key of epoch 1/)
    })

    it('when what outlives its epochs was removed or exchanged', async () => {
      const [at, another] = [newFolder(), newFolder()]
      const ring = await make(at)
      rightOrThrow(await ring.eventCodes.begin({ circulation: noOlderEvents, persons: noOlderEvents })())
      await (await open(at)).close()
      const codes = path.join(at, 'event-codes.json')
      renameSync(codes, `${another}-codes`)
      expect(await refusalOf(at)).toMatch(/event-codes\.json is missing/)
      renameSync(`${another}-codes`, codes)
      await make(another)
      const verifyingKey = readFileSync(path.join(another, 'library.json'), 'utf8')
      const library = { ...(JSON.parse(verifyingKey) as object), library: ring.library }
      writeFileSync(path.join(at, 'library.json'), JSON.stringify(library))
      copyWithModes(path.join(another, 'signing.pem'), path.join(at, 'signing.pem'))
      rmSync(codes)
      expect(await refusalOf(at)).toMatch(/incomplete or damaged/)
    })

    it('when a key of it was made outside of the token', async () => {
      const at = newFolder()
      const ring = await make(at)
      await keysInToken(module(), labelOf(ring, 2))
      expect(await refusalOf(at)).toMatch(/was not made there, or can be copied/)
    })
  })
})

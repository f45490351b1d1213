import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeRing, openRing } from '../../adapters/stores/kek-ring/open-ring'
import type { HardwareModuleSettings } from '../../adapters/stores/kek-ring/module/hardware-module-settings'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withSoftHsm } from '../fixtures/softhsm/with-softhsm'
import { kekRingContract } from './kek-ring-contract'
import { sharedKekRingContract } from './shared-kek-ring-contract'

withSoftHsm((softHsm) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'module-ring-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let module: HardwareModuleSettings
  beforeAll(() => {
    module = softHsm().createToken('contract')
  })
  let rings = 0

  const newFolder = (): string => path.join(folder, String((rings += 1)))

  kekRingContract('a hardware module', async () => rightOrThrow(await makeRing(newFolder(), { module })()))

  for (const [name, hasCopy] of [
    ['a hardware module', false],
    ['a hardware module, with a copy', true],
  ] as const)
    sharedKekRingContract(name, async () => {
      const at = newFolder()
      const options = hasCopy ? { module, copy: newFolder() } : { module }
      await rightOrThrow(await makeRing(at, options)()).close()
      return async () => rightOrThrow(await openRing(at, options)())
    })
})

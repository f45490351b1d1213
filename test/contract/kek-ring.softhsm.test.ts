import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeRing } from '../../adapters/stores/kek-ring/open-ring'
import type { RingModule } from '../../adapters/stores/kek-ring/module/ring-module'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withSoftHsm } from '../fixtures/softhsm/with-softhsm'
import { kekRingContract } from './kek-ring-contract'

withSoftHsm((softHsm) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'module-ring-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let module: RingModule
  beforeAll(() => {
    module = softHsm().createToken('contract')
  })
  let rings = 0

  kekRingContract('a hardware module', async () =>
    rightOrThrow(await makeRing(path.join(folder, String((rings += 1))), { module })()),
  )
})

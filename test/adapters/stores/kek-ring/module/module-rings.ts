import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { makeRing, openRing } from '../../../../../adapters/stores/kek-ring/open-ring'
import type { HardwareModuleSettings } from '../../../../../adapters/stores/kek-ring/module/hardware-module-settings'
import type { Day } from '../../../../../domain/values/day'
import type { KekRing } from '../../../../../retention/keys/kek-ring'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import type { SoftHsm } from '../../../../fixtures/softhsm/with-softhsm'

export const today = '2026-03-05' as Day
export const aWeekLater = '2026-03-12' as Day
export const context = Buffer.from('whose it is')
export const key = Buffer.alloc(77, 9)

export const wrapKey = async (ring: KekRing, epoch: number) => rightOrThrow(await ring.wrap(epoch, context, key)())

export const roll = async (ring: KekRing): Promise<void> => {
  const epoch = rightOrThrow(await ring.beginEpoch(today)())
  rightOrThrow(await ring.retireEpoch(epoch - 1, today)())
}

export const labelOf = (ring: KekRing, epoch: number): string => `glemsom ${ring.library} epoch ${String(epoch)}`

/** Rings in a token of SoftHSM2, in folders of their own. They are closed after each test. */
export const moduleRings = (softHsm: () => SoftHsm) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'module-ring-'))
  const opened: KekRing[] = []
  let folders = 0
  let module: HardwareModuleSettings
  beforeAll(() => {
    module = softHsm().createToken('library')
  })
  afterEach(async () => {
    for (const ring of opened.splice(0)) await ring.close()
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const add = (ring: KekRing): KekRing => {
    opened.push(ring)
    return ring
  }
  type Others = Partial<NonNullable<Parameters<typeof makeRing>[1]>>
  return {
    folder,
    newFolder: (): string => path.join(folder, String((folders += 1))),
    module: (): HardwareModuleSettings => module,
    make: async (at: string, others: Others = {}): Promise<KekRing> =>
      add(rightOrThrow(await makeRing(at, { module, ...others })())),
    open: async (at: string): Promise<KekRing> => add(rightOrThrow(await openRing(at, { module })())),
    /** Why a ring is not opened, with other settings. */
    refusalOf: async (at: string, other: Partial<HardwareModuleSettings> = {}): Promise<string> => {
      const outcome = await openRing(at, { module: { ...module, ...other } })()
      if (E.isRight(outcome)) await outcome.right.close()
      return JSON.stringify(outcome)
    },
  }
}

/** @jest-environment ./.config/environment-with-own-modules.mjs */
import type * as Fs from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeKekRingInFiles } from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import type { KekRing } from '../../../../retention/keys/kek-ring'
import { day } from '../../../fixtures/example-library'
import type * as RecordedDiskWaits from '../../../fixtures/recorded-disk-waits'
import { diskWaitsDuring } from '../../../fixtures/recorded-disk-waits'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

jest.mock('node:fs', () =>
  jest
    .requireActual<typeof RecordedDiskWaits>('../../../fixtures/recorded-disk-waits')
    .fsThatRecordsDiskWaits(jest.requireActual<typeof Fs>('node:fs')),
)

const [today, later] = [day('2026-03-05'), day('2026-03-12')]

/** Begins the next epoch, and goes with the one before to its end. */
const rollOnce = async (ring: KekRing): Promise<void> => {
  rightOrThrow(await ring.beginEpoch(today)())
  rightOrThrow(await ring.retireEpoch(1, today)())
  rightOrThrow(await ring.destroyEpoch(1, later)())
  rightOrThrow(await ring.removeEpochRecord(1)())
  rightOrThrow(await ring.reload())
}

describe('A library that serves goes on serving', () => {
  it('while its ring begins an epoch, and destroys the one before', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ring-off-main-thread-'))
    const ring = rightOrThrow(
      await makeKekRingInFiles(path.join(folder, 'ring'), { copy: path.join(folder, 'copy') })(),
    )
    expect(await diskWaitsDuring(() => rollOnce(ring))).toEqual([])
    expect([ring.epochs(), ring.retiredEpochs(), ring.endedEpoch()]).toEqual([[2], [], 1])
    rmSync(folder, { recursive: true })
  })

  it('and opens wrapped keys with the right key while its ring is read anew again and again beside a roll', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ring-off-main-thread-'))
    const ring = rightOrThrow(await makeKekRingInFiles(path.join(folder, 'ring'))())
    const wrapped = rightOrThrow(await ring.wrap(1, Buffer.of(1), Buffer.alloc(32, 7))())
    await Promise.all([
      ring.beginEpoch(today)(),
      ring.reload(),
      ring.retireEpoch(1, today)(),
      ring.reload(),
      ring.reload(),
    ])
    const key = rightOrThrow(await ring.unwrapFromEscrow(1, Buffer.of(1), wrapped)())
    expect(Buffer.from(key)).toEqual(Buffer.alloc(32, 7))
    rmSync(folder, { recursive: true })
  })
})

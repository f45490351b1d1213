import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { watchKeyBackups } from '../../../../adapters/composition/epochs/watch-key-backups'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { addDays, type Day } from '../../../../domain/values/day'
import { backUpInto, restoreWith } from '../../../fixtures/backups'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, openingDay, withTemporaryFolder } from '../../../fixtures/running-library'

const root = mkdtempSync(path.join(tmpdir(), 'key-backups-'))
afterAll(() => rmSync(root, { recursive: true }))

const firstDay = '2026-03-01' as Day

/** A watch over a folder whose ring was renewed on the first day; `on` sets the day. */
const watchOver = async ({ isDemo = false, beginsWithBackup = false } = {}) => {
  const [layout, ring] = [dataFolderLayout(mkdtempSync(path.join(root, 'data-'))), createMemoryKekRing()]
  rightOrThrow(await ring.beginEpoch(firstDay)())
  let today = firstDay
  const alarms: unknown[] = []
  const alarm = (...raised: ReadonlyArray<unknown>) => void alarms.push(raised)
  const watch = watchKeyBackups({
    ...{ place: layout, beginsWithBackup, ring, clock: { today: () => today } },
    ...{ escrowDays: 7, isDemo, alarm },
  })
  const on = (days: number) => {
    today = addDays(days)(firstDay)
    watch.check()
  }
  return { watch, on, alarms, layout }
}

describe('the watching of the backups of the keys', () => {
  it('raises an alarm once a day while the newest backup is older than half the escrow, and ends with a backup', async () => {
    const { watch, on, alarms } = await watchOver()
    for (const day of [0, 3, 4, 4, 5]) on(day)
    expect(alarms).toEqual([
      ['KeyBackupTooOld', { newest: 'none' }],
      ['KeyBackupTooOld', { newest: 'none' }],
    ])
    watch.note('2026-03-06' as Day)
    on(6)
    expect([alarms.length, watch.status()]).toEqual([2, { newest: '2026-03-06', isTooOld: false }])
    on(9)
    expect(alarms[2]).toEqual(['KeyBackupTooOld', { newest: '2026-03-06' }])
  })

  it('keeps the day of the newest backup when an older one is confirmed', async () => {
    const { watch } = await watchOver()
    for (const day of ['2026-03-01', '2026-02-01']) watch.note(day as Day)
    expect(watch.status()).toMatchObject({ newest: '2026-03-01' })
  })

  it('begins with the first backup where the servers of the library have backups of their own', async () => {
    const { watch, on, alarms } = await watchOver({ beginsWithBackup: true })
    for (const day of [0, 4, 8]) on(day)
    expect([alarms, watch.status()]).toEqual([[], null])
    watch.note('2026-03-09' as Day)
    on(12)
    expect([alarms, watch.status()]).toEqual([
      [['KeyBackupTooOld', { newest: '2026-03-09' }]],
      { newest: '2026-03-09', isTooOld: true },
    ])
  })

  it('begins anew with a record that is damaged', async () => {
    const { watch, on, layout } = await watchOver()
    writeFileSync(layout.keyBackup, '{')
    on(3)
    expect(watch.status()).toEqual({ newest: null, isTooOld: false })
    on(4)
    expect(watch.status()).toEqual({ newest: null, isTooOld: true })
  })

  it('expects no backup of a demo library', async () => {
    const { watch, on, alarms } = await watchOver({ isDemo: true })
    on(100)
    expect([watch.status(), alarms]).toEqual([null, []])
  })
})

describe('a backup of a library', () => {
  it('is noted in its folder, and in the folder into which it is restored', () =>
    withTemporaryFolder(async (folder) => {
      const options = { make: { clock: 'simulated', demo: false } } as const
      const library = await openLibraryIn(folder, options)
      expect(await library.keyStoreStatus()).toMatchObject({ backup: { newest: null } })
      await backUpInto(library, `${folder}-backup`)
      expect(await library.keyStoreStatus()).toMatchObject({ backup: { newest: openingDay, isTooOld: false } })
      expect(await library.checkHealth()).toMatchObject({ ok: true, keyBackup: { newest: openingDay } })
      await library.close()
      rightOrThrow(await restoreWith(folder, `${folder}-restored`, { logs: `${folder}-backup` }))
      const restored = await openLibraryIn(`${folder}-restored`, {
        ...options,
        ring: path.join(folder, 'ring'),
        takeRing: true,
      })
      expect(await restored.keyStoreStatus()).toMatchObject({ backup: { newest: openingDay } })
      await restored.close()
    }))
})

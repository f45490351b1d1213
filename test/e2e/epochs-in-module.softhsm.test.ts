import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { runDrill } from '../../adapters/composition/drill/run-drill'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { partFoldersOfBackup } from '../../adapters/stores/backup/backup-layout'
import type { HardwareModuleSettings } from '../../adapters/stores/kek-ring/module/hardware-module-settings'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import type { Day } from '../../domain/values/day'
import { addCopiesAndBorrowers } from '../crash/crash-library'
import { backUpInto, eraseBorrower } from '../fixtures/backups'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { withSoftHsm } from '../fixtures/softhsm/with-softhsm'
import { moduleProcesses } from '../fixtures/threads/start-module-process'
import { borrowerIdsOf, borrowerNamesOf, crashCopies, lendTo } from './errors/prepared-folder'

const noReport = (): void => undefined

const moveTo = async (library: RunningLibrary, day: string): Promise<void> => {
  rightOrThrow(await library.clock.moveTo(day as Day, noReport)())
  await library.epochs.maintain()
}

withSoftHsm((softHsm) => {
  let module: HardwareModuleSettings
  beforeAll(() => {
    module = softHsm().createToken('library')
  })
  const open = (folder: string) => openLibraryIn(folder, { ringPlaces: { module }, alarm: noReport })

  describe('a library whose wrapping keys are in a hardware module', () => {
    it('lends while it rolls, reads everything afterwards, and declares the destruction after the escrow', () =>
      withTemporaryFolder(async (folder) => {
        const library = await open(folder)
        await addCopiesAndBorrowers(library)
        rightOrThrow(await library.catchUpReadModels())
        const names = borrowerNamesOf(library)
        const [borrower] = borrowerIdsOf(library)
        const rolling = library.epochs.roll(noReport)()
        for (const copy of crashCopies.slice(0, 3)) rightOrThrow(await lendTo(library)(copy, borrower as BorrowerId))
        expect(rightOrThrow(await rolling)).toMatchObject({ epoch: 2, retired: [1], unusable: 0 })
        await moveTo(library, '2026-01-13')
        const { inEscrow } = await library.keyStoreStatus()
        expect(inEscrow.map(({ epoch }) => epoch)).toEqual([2])
        await library.close()
        rmSync(path.join(folder, 'views'), { recursive: true })
        const again = await open(folder)
        expect([names.length > 0, borrowerNamesOf(again)]).toEqual([true, names])
        await again.close()
      }))

    it('answers that keys are unavailable while the module is away, and serves by itself when it is back', () =>
      withTemporaryFolder(async (folder) => {
        const library = await open(folder)
        await addCopiesAndBorrowers(library)
        rightOrThrow(await library.catchUpReadModels())
        const borrower = borrowerIdsOf(library)[0] as BorrowerId
        const lend = (number: number) => lendTo(library)(crashCopies[number] as CopyId, borrower)
        rightOrThrow(await lend(0))
        const away = `${softHsm().tokens}-away`
        renameSync(softHsm().tokens, away)
        moduleProcesses.at(-1)?.kill('SIGKILL')
        await setTimeout(1100)
        const refused = await lend(1)
        renameSync(away, softHsm().tokens)
        expect(JSON.stringify(E.isLeft(refused) && refused.left)).toMatch(/Unavailable/)
        await setTimeout(1100)
        rightOrThrow(await lend(1))
        await library.close()
      }))

    it('shows in a drill what an old backup opens with the module of today, and after the escrow that it opens nothing', () =>
      withTemporaryFolder(async (folder) => {
        const library = await open(folder)
        await addCopiesAndBorrowers(library)
        rightOrThrow(await library.catchUpReadModels())
        await backUpInto(library, `${folder}-backup`)
        await eraseBorrower(library, borrowerIdsOf(library)[0] as BorrowerId)
        rightOrThrow(await library.clock.moveTo('2026-02-02' as Day, noReport)())
        rightOrThrow(await library.writeInventory(`${folder}-inventory`)())
        await library.close()
        const drill = () =>
          runDrill(
            {
              ...{ from: partFoldersOfBackup(`${folder}-backup`), inventory: `${folder}-inventory` },
              ...{ data: folder, ring: path.join(folder, 'ring'), ringPlaces: { module } },
            },
            noReport,
          )
        expect(rightOrThrow(await drill()).report).toMatchObject({ provesSomething: true, horizon: 'open' })
        const again = await open(folder)
        await again.epochs.maintain()
        await moveTo(again, '2026-02-10')
        await again.close()
        expect(rightOrThrow(await drill()).report).toMatchObject({ horizon: 'passed' })
      }))
  })
})

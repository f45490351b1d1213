import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { pageOfBorrowers } from '../../projections/borrowers/borrower-record-queries'
import { withPreparedFolder } from '../e2e/errors/prepared-folder'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn } from '../fixtures/running-library'
import { makeReplayableRandom } from './child/replayable-random'
import { compiledProject } from './compiled-project'
import { crashSeed, printSeedOnFailure } from './crash-seed'
import { openOptionsWithAlarm } from './crash-library'

const rounds = 3

/** Rolls the epoch in a process of its own, and kills it so many ms after it made the epoch. */
const rollAndKill = async (folder: string, epoch: number, ms: number): Promise<void> => {
  const made = path.join(dataFolderLayout(folder).ring, `epoch-${epoch}.json`)
  const child = spawn(process.execPath, [compiledProject.main, '--data', folder, 'keys', 'roll'], { stdio: 'ignore' })
  const closed = once(child, 'close')
  while (!existsSync(made) && child.exitCode === null) await setTimeout(1)
  await setTimeout(ms)
  child.kill('SIGKILL')
  await closed
}

describe('a process that is killed while it rolls the epoch', () => {
  it(`loses no key: the next one finishes the roll, ${String(rounds)} times at random moments`, () =>
    printSeedOnFailure(() =>
      withPreparedFolder(async (folder) => {
        const chance = makeReplayableRandom(crashSeed)
        const alarms: string[] = []
        const open = () =>
          openLibraryIn(
            folder,
            openOptionsWithAlarm((kind) => alarms.push(kind)),
          )
        for (let round = 0; round < rounds; round++) {
          const before = await open()
          const { epoch } = await before.keyStoreStatus()
          const borrowers = pageOfBorrowers(undefined, 100)(before.rows)
          await before.close()
          await rollAndKill(folder, epoch + 1, chance.below(150))
          const after = await open()
          rightOrThrow(await after.rebuildReadModels(() => undefined)())
          expect(pageOfBorrowers(undefined, 100)(after.rows)).toEqual(borrowers)
          rightOrThrow(await after.epochs.roll(() => undefined)())
          expect(await after.keyStoreStatus()).toMatchObject({ epochs: 1 })
          await after.close()
        }
        expect(alarms).toEqual([])
      }),
    ))
})

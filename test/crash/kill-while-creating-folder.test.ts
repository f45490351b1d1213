import { existsSync } from 'node:fs'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { makeReplayableRandom } from './child/replayable-random'
import { compileProject } from './compile-project'
import { startChild } from './start-child'
import { printSeedOnFailure, crashSeed } from './crash-seed'
import { addCopiesAndBorrowers, openOptionsWithAlarm } from './crash-library'

describe('a process that is killed while it creates a data folder', () => {
  it(
    'leaves a folder that the next process can complete and use, six times at random moments',
    () =>
      printSeedOnFailure(async () => {
        const code = compileProject()
        const chance = makeReplayableRandom(crashSeed)
        const alarms: string[] = []
        try {
          for (let round = 0; round < 6; round++)
            await withTemporaryFolder(async (folder) => {
              await startChild(code)(folder, 1).runAndKillOnce(() => existsSync(folder), chance.below(80))
              const system = await openLibraryIn(
                folder,
                openOptionsWithAlarm((kind) => alarms.push(kind)),
              )
              await addCopiesAndBorrowers(system)
              await system.close()
            })
        } finally {
          code.remove()
        }
        expect(alarms).toEqual([])
      }),
    60_000,
  )
})

import { existsSync } from 'node:fs'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { makeReplayableRandom } from './child/replayable-random'
import { startChild } from './start-child'
import { printSeedOnFailure, crashSeed } from './crash-seed'
import { addCopiesAndBorrowers, openOptionsWithAlarm } from './crash-library'

describe('a process that is killed while it creates a data folder', () => {
  it('leaves a folder that the next process can complete and use, six times at random moments', () =>
    printSeedOnFailure(async () => {
      const chance = makeReplayableRandom(crashSeed)
      const alarms: string[] = []
      for (let round = 0; round < 6; round++)
        await withTemporaryFolder(async (folder) => {
          await startChild(folder, 1).runAndKillOnce(() => existsSync(folder), chance.below(80))
          const system = await openLibraryIn(
            folder,
            openOptionsWithAlarm((kind) => alarms.push(kind)),
          )
          await addCopiesAndBorrowers(system)
          await system.close()
        })
      expect(alarms).toEqual([])
    }))
})

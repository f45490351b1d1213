import { existsSync } from 'node:fs'
import { openIn, withFolder } from '../fixtures/system'
import { chanceFrom } from './child/chance'
import { compiled } from './compiled'
import { childOf } from './killed'
import { namingTheSeed, seed } from './seed'
import { furnish, optionsWith } from './world'

describe('a process that is killed while it makes a data folder', () => {
  it(
    'leaves a folder that the next one can make and use, six times at random moments',
    () =>
      namingTheSeed(async () => {
        const code = compiled()
        const chance = chanceFrom(seed)
        const alarms: string[] = []
        try {
          for (let round = 0; round < 6; round++)
            await withFolder(async (folder) => {
              await childOf(code)(folder, 1).killedOnce(() => existsSync(folder), chance.below(80))
              const system = await openIn(
                folder,
                optionsWith((kind) => alarms.push(kind)),
              )
              await furnish(system)
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

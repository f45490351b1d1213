import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { once } from '../../../domain/use-cases/origin'
import { addDays } from '../../../domain/values/day'
import type { CopyId } from '../../../domain/values/ids'
import { right } from '../../fixtures/right'
import { openIn, openingDay } from '../../fixtures/system'
import { branch, copies, withFurnished } from './furnished'

/** The clock of a library that nobody ran for so many days, or whose machine has a wrong date: it cannot tell which. */
const jump = (folder: string, days: number): void =>
  writeFileSync(path.join(folder, 'clock.json'), JSON.stringify({ today: addDays(days)(openingDay) }))

const returned = async (folder: string): Promise<void> => {
  const system = await openIn(folder)
  const at = system.library.desk.clock.now()
  right(await returnCopy(system.library)({ copy: copies[0] as CopyId, branch, at, origin: once })())
  right(await system.library.reactionsDone())
  await system.close()
}

describe('a clock that has jumped', () => {
  it('erases nothing and says what is overdue, until the date is confirmed; then the days are closed', () =>
    withFurnished(async (folder) => {
      await returned(folder)
      jump(folder, 40)
      const system = await openIn(folder)
      try {
        const waiting = await system.retention.run()
        expect(waiting.erased).toEqual({})
        expect(waiting.overdue).toBeGreaterThan(0)
        expect(waiting.failed.join()).toContain('MissingDays')
        const moved = await system.clock.moveTo(addDays(41)(openingDay), () => undefined)()
        expect(moved).toMatchObject({ _tag: 'Left', left: { _tag: 'ClosingRefused', because: 'MissingDays' } })
        await system.retention.confirmDate(system.library.desk.clock.today())
        const done = await system.retention.run()
        expect(done).toMatchObject({ overdue: 0, unclosedDays: 0, failed: [] })
        expect((await system.show('circulation', `copy-${String(copies[0])}` as never)).at(-1)?.staff).toMatchObject({
          loan: { erased: true },
        })
      } finally {
        await system.close()
      }
    }))

  it('reports the days that it waits to have confirmed', () =>
    withFurnished(async (folder) => {
      jump(folder, 40)
      const system = await openIn(folder)
      const { unclosedDays } = await system.retention.status()
      await system.close()
      expect(unclosedDays).toBe(40)
    }))

  it('closes nothing while it stands before a day that is over', () =>
    withFurnished(async (folder) => {
      const before = await openIn(folder)
      right(await before.clock.moveTo(addDays(3)(openingDay), () => undefined)())
      await before.close()
      jump(folder, 0)
      const system = await openIn(folder)
      const { failed } = await system.retention.run()
      await system.close()
      expect(failed.join()).toContain('ClockWentBack')
    }))
})

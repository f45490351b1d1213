import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { addDays, type Day } from '../../../domain/values/day'
import type { CopyId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn, openingDay, withTemporaryFolder } from '../../fixtures/running-library'
import { acquireOneCopy, nowOnce, registerNumberedBorrower } from '../use-case-steps'
import { crashBranch, crashCopies, withPreparedFolder } from './prepared-folder'

/** Moves the clock file forward. The library cannot tell missed days from a wrong date. */
const setClockForward = (folder: string, days: number): void =>
  writeFileSync(path.join(folder, 'clock.json'), JSON.stringify({ today: addDays(days)(openingDay) }))

const returnCopyIn = async (folder: string): Promise<void> => {
  const library = await openLibraryIn(folder)
  const at = library.useCaseDependencies.commandHandling.clock.now()
  rightOrThrow(
    await returnCopy(library.useCaseDependencies)({
      copy: crashCopies[0] as CopyId,
      branch: crashBranch,
      at,
      origin: unkeyedOrigin,
    })(),
  )
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  await library.close()
}

describe('a clock that has jumped', () => {
  it('erases nothing and reports what is overdue until the date is confirmed, and then closes the days', () =>
    withPreparedFolder(async (folder) => {
      await returnCopyIn(folder)
      setClockForward(folder, 40)
      const library = await openLibraryIn(folder)
      try {
        const beforeConfirmation = await library.retention.run()
        expect(beforeConfirmation.erased).toEqual({})
        expect(beforeConfirmation.overdue).toBeGreaterThan(0)
        expect(beforeConfirmation.failed.join()).toContain(
          `MissingDays: ${openingDay} to ${addDays(39)(openingDay)} are not closed`,
        )
        expect(beforeConfirmation.failed.join()).toContain(`--confirm-date ${addDays(40)(openingDay)}`)
        const refusedMove = await library.clock.moveTo(addDays(41)(openingDay), () => undefined)()
        expect(refusedMove).toMatchObject({ _tag: 'Left', left: { _tag: 'DayClosingRefused', because: 'MissingDays' } })
        const today = library.useCaseDependencies.commandHandling.clock.today()
        expect(beforeConfirmation.erasingStopped).toEqual({
          because: 'missingDays',
          from: openingDay,
          to: addDays(-1)(today),
          dateToConfirm: today,
        })
        expect(await library.retention.confirmDate(addDays(-1)(today))()).toMatchObject({ left: { today } })
        expect(await library.retention.run()).toMatchObject({ erased: {} })
        rightOrThrow(await library.retention.confirmDate(today)())
        const done = await library.retention.run()
        expect(done).toMatchObject({ overdue: 0, unclosedDays: 0, failed: [], erasingStopped: null })
        // The loan was erased after one of the days in between, and not by the last step of the run.
        expect(done.erased).toMatchObject({ loan: 1 })
        expect(
          (await library.showStream('circulation', `copy-${String(crashCopies[0])}` as never)).at(-1)?.staff,
        ).toMatchObject({
          loan: { erased: true },
        })
      } finally {
        await library.close()
      }
    }))

  it('lets nothing be overdue since a day before the library began', () =>
    withTemporaryFolder(async (folder) => {
      const startOn = '2026-01-15' as Day
      const before = await openLibraryIn(folder, { startOn })
      const borrower = await registerNumberedBorrower(before, 1)
      await acquireOneCopy(before)
      rightOrThrow(await requestErasure(before.useCaseDependencies)({ borrower, ...nowOnce(before) })())
      await before.close()
      writeFileSync(path.join(folder, 'clock.json'), JSON.stringify({ today: addDays(45)(startOn) }))
      const library = await openLibraryIn(folder)
      const status = await library.retention.status()
      await library.close()
      expect(status).toMatchObject({ oldestOverdue: startOn, lagDays: 45 })
    }))

  it('reports the number of days to be confirmed', () =>
    withPreparedFolder(async (folder) => {
      setClockForward(folder, 40)
      const library = await openLibraryIn(folder)
      const { unclosedDays } = await library.retention.status()
      await library.close()
      expect(unclosedDays).toBe(40)
    }))

  it('closes no day while it shows a day that is already closed', () =>
    withPreparedFolder(async (folder) => {
      const before = await openLibraryIn(folder)
      rightOrThrow(await before.clock.moveTo(addDays(3)(openingDay), () => undefined)())
      await before.close()
      setClockForward(folder, 0)
      const library = await openLibraryIn(folder)
      const { failed, erasingStopped } = await library.retention.run()
      await library.close()
      expect(erasingStopped).toEqual({ because: 'clockWentBack', lastClosed: addDays(2)(openingDay) })
      expect(failed.join()).toContain('ClockWentBack')
    }))
})

import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { StreamName } from '../../../domain/event/stream'
import { addDays } from '../../../domain/values/day'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { crashBranch } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { borrowerIdsOf, crashCopies, lendTo, withPreparedFolder } from '../errors/prepared-folder'
import { nowOnce } from '../use-case-steps'
import { damage, lastByteOfSealed, withDamagedLibrary } from './damage-event'
import { copyWithModes } from '../../fixtures/copy-with-modes'

const lentCopy = crashCopies[0] as CopyId
const streamOfLoan = `copy-${lentCopy}` as StreamName

const noJson = `open = '{'`

const bringBack = (library: RunningLibrary, copy: CopyId) =>
  returnCopy(library.useCaseDependencies)({ copy, branch: crashBranch, ...nowOnce(library) })()

const forward = async (library: RunningLibrary, days: number): Promise<void> => {
  const today = library.useCaseDependencies.commandHandling.clock.today()
  rightOrThrow(await library.clock.moveTo(addDays(days)(today), () => undefined)())
}

const countEvents = (folder: string, where: string): number => {
  const db = new Database(path.join(folder, 'circulation.db'), { readonly: true })
  try {
    return db.prepare<[], number>(`SELECT count(*) FROM events WHERE ${where}`).pluck().get() ?? 0
  } finally {
    db.close()
  }
}

describe('a damaged event', () => {
  it('answers the commands on its own stream with the place of the damage', () =>
    withPreparedFolder(async (folder) => {
      damage(folder, 'circulation', lastByteOfSealed, `type = 'LoanStarted'`)
      await withDamagedLibrary(folder, async (library) => {
        expect(await bringBack(library, lentCopy)).toMatchObject({
          left: { _tag: 'Corrupt', at: { log: 'circulation', stream: streamOfLoan, revision: 1 } },
        })
      })
    }))

  it('is shown with what is there, beside the events that can be read', () =>
    withPreparedFolder(async (folder) => {
      damage(folder, 'circulation', noJson, `type = 'LoanStarted'`)
      await withDamagedLibrary(folder, async (library) => {
        const shown = await library.showStream('circulation', streamOfLoan)
        expect(shown.map(({ type, damaged }) => [type, damaged])).toEqual([
          ['CopyAcquired', undefined],
          ['LoanStarted', 'the code does not match'],
        ])
        expect(shown[1]?.stored.open).toEqual({ text: '{' })
      })
    }))

  it('is found by a check of the logs, which says what a backup has of it and leaves the backup as it is', () =>
    withPreparedFolder(async (folder) => {
      const backup = `${folder}-backup`
      copyWithModes(folder, backup, { recursive: true })
      damage(folder, 'circulation', lastByteOfSealed, `type = 'LoanStarted'`)
      damage(folder, 'persons', noJson, `type = 'BorrowerRegistered'`)
      copyWithModes(path.join(folder, 'persons.db'), path.join(backup, 'persons.db'))
      await withDamagedLibrary(folder, async (library) => {
        const checked = rightOrThrow(await library.checkLogs(backup, () => undefined)())
        expect(checked.damaged.map(({ log, type, backup: has }) => [log, type, has])).toEqual([
          ['circulation', 'LoanStarted', 'readable'],
          ['persons', 'BorrowerRegistered', 'damaged'],
        ])
        const without = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
        expect(without.damaged.map(({ backup: has }) => has)).toEqual([null, null])
      })
      rmSync(backup, { recursive: true })
    }))

  it('is no longer listed, and counts again, after its bytes were put back', () =>
    withPreparedFolder(async (folder) => {
      const whole = `${folder}-whole.db`
      copyWithModes(path.join(folder, 'circulation.db'), whole)
      damage(folder, 'circulation', noJson, `type = 'LoanStarted'`)
      await withDamagedLibrary(folder, (library) => {
        expect(library.damagedEvents()).toHaveLength(1)
        return Promise.resolve()
      })
      // The list lasts from one start to the next.
      await withDamagedLibrary(folder, (library) => {
        expect(library.damagedEvents()).toHaveLength(1)
        return Promise.resolve()
      })
      copyWithModes(whole, path.join(folder, 'circulation.db'))
      await withDamagedLibrary(folder, async (library) => {
        expect(library.damagedEvents()).toEqual([])
        expect(await library.checkHealth()).toMatchObject({ ok: true, damaged: null })
        expect(rightOrThrow(await library.useCaseDependencies.decisionQueries.currentLoanOf(lentCopy)())).toBeDefined()
      })
      rmSync(whole)
    }))

  it('lets days and months close when it stands in the stream of an overdue copy', () =>
    withPreparedFolder(async (folder) => {
      await withDamagedLibrary(folder, async (library) => {
        const borrower = borrowerIdsOf(library)[1] as BorrowerId
        rightOrThrow(await lendTo(library)(crashCopies[1] as CopyId, borrower))
      })
      // The loan can be read, and is billed by the closing; the copy's first event cannot.
      damage(folder, 'circulation', noJson, `name = '${streamOfLoan}' AND revision = 0`)
      await withDamagedLibrary(folder, async (library) => {
        await forward(library, 40)
        expect(await library.retention.status()).toMatchObject({ failed: [], erasingStopped: null })
      })
      expect(countEvents(folder, `type = 'CopyBilledAsLost'`)).toBe(1)
      expect(countEvents(folder, `type = 'MonthClosed'`)).toBe(1)
    }))

  it.each([
    ['the closing of a day', `type = 'DayClosed'`],
    ['the opening of the month', `type = 'MonthOpened'`],
  ])('lets lending and closing go on when it is %s', (_what, where) =>
    withPreparedFolder(async (folder) => {
      await withDamagedLibrary(folder, (library) => forward(library, 2))
      damage(folder, 'circulation', noJson, where)
      await withDamagedLibrary(folder, async (library) => {
        const borrower = borrowerIdsOf(library)[1] as BorrowerId
        rightOrThrow(await lendTo(library)(crashCopies[1] as CopyId, borrower))
        const today = library.useCaseDependencies.commandHandling.clock.today()
        rightOrThrow(await library.retention.confirmDate(today)())
        await forward(library, 1)
        rightOrThrow(await library.retention.confirmDate(library.useCaseDependencies.commandHandling.clock.today())())
        await library.retention.run()
        expect(await library.retention.status()).toMatchObject({ failed: [], erasingStopped: null, unclosedDays: 0 })
      })
    }),
  )

  it('erases nothing: a damaged return starts no clock, and no key counts as an orphan', () =>
    withPreparedFolder(async (folder) => {
      await withDamagedLibrary(folder, async (library) => {
        rightOrThrow(await bringBack(library, lentCopy))
      })
      damage(folder, 'circulation', `open = replace(open, '"title":"5', '"title":"6')`, `type = 'LoanReturned'`)
      await withDamagedLibrary(folder, async (library) => {
        const before = (await library.keyStoreStatus()).living
        await forward(library, 40)
        expect(await library.retention.status()).toMatchObject({ held: 0, overdue: 0, failed: [] })
        const [, started] = await library.showStream('circulation', streamOfLoan)
        expect(started?.staff['loan']).not.toHaveProperty('erased')
        expect(Number((await library.keyStoreStatus()).living)).toBeGreaterThan(Number(before) - 40)
      })
    }))

  it('gives no scope a second certificate when it is the declaration of an erasure', () =>
    withPreparedFolder(async (folder) => {
      await withDamagedLibrary(folder, async (library) => {
        rightOrThrow(await bringBack(library, lentCopy))
        await forward(library, 40)
      })
      const loanIsNamed = `type = 'ErasureDue' AND open LIKE '%"class":"loan"%'`
      expect(countEvents(folder, loanIsNamed)).toBe(1)
      damage(folder, 'circulation', noJson, loanIsNamed)
      await withDamagedLibrary(folder, async (library) => {
        await library.retention.run()
        const [, started] = await library.showStream('circulation', streamOfLoan)
        expect(started?.staff['loan']).toEqual({ unavailable: true })
        expect(library.damagedEvents().map(({ stream }) => stream.split('-')[0])).toContain('erasure')
      })
      expect(countEvents(folder, loanIsNamed)).toBe(0)
    }))
})

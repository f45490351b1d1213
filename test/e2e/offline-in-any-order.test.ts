import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeCopy } from '../../domain/use-cases/change-copy'
import { unkeyedOrigin } from '../../domain/use-cases/command-metadata'
import { recordOfflineLoan } from '../../domain/use-cases/record-offline-loan'
import { recordOfflineReturn } from '../../domain/use-cases/record-offline-return'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import type { Month } from '../../domain/values/month'
import { oreFromKroner } from '../../domain/values/ore'
import { loansTable } from '../../projections/loans/loans-table'
import { publishedCellsTable } from '../../projections/statistics/statistics-tables'
import { circulationCountsOfMonth } from '../../projections/statistics/statistics-queries'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { homeBranch as branch, nowOnce, oneTitle as title, registerNumberedBorrower } from './use-case-steps'
import { permutations } from '../fixtures/permutations'

type OfflineStep = (library: RunningLibrary, copy: CopyId) => Promise<unknown>

const lentTo =
  (borrower: BorrowerId, at: string): OfflineStep =>
  async (library, copy) =>
    rightOrThrow(
      await recordOfflineLoan(library.useCaseDependencies)({
        ...{ copy, branch, borrower, presented: '', at: at as Instant, origin: unkeyedOrigin },
      })(),
    )

const returned =
  (at: string): OfflineStep =>
  async (library, copy) =>
    rightOrThrow(
      await recordOfflineReturn(library.useCaseDependencies)({
        ...{ copy, branch, at: at as Instant, origin: unkeyedOrigin },
      })(),
    )

const acquire = async (library: RunningLibrary, number: number): Promise<CopyId> => {
  const copy = String(3_274_600_000 + number) as CopyId
  rightOrThrow(
    await changeCopy(library.useCaseDependencies)(copy, nowOnce(library))({
      ...{ type: 'Acquire', copy, title, branch, group: 'standard', ageLimit: null },
      ...{ price: oreFromKroner(200), name: 'Pelle Erobreren', author: null },
    })(),
  )
  return copy
}

/** The loans that the published statistics of a month count. */
const loansPublishedIn = (library: RunningLibrary, month: Month): number =>
  library.rows.sum(publishedCellsTable, 'count', { where: { month, of: 'loans', by: 'branch' } })

const loansOfCopy = async (library: RunningLibrary, copy: CopyId) => {
  rightOrThrow(await library.catchUpReadModels())
  return library.rows
    .find(loansTable, { where: { copy }, orderBy: ['lentOn'] })
    .map(({ borrower, lentOn, dueOn, endedOn }) => ({ borrower, lentOn, dueOn, endedOn }))
}

describe('a library that machines send what they did while they were offline', () => {
  it('has the loans of their order in time, whatever the order of arrival', () =>
    withRunningLibrary(
      async (library) => {
        const [ann, bo] = [await registerNumberedBorrower(library, 1), await registerNumberedBorrower(library, 2)]
        const steps = [
          lentTo(ann, '2026-01-06T09:00:00.000Z'),
          returned('2026-01-07T14:00:00.000Z'),
          lentTo(bo, '2026-01-07T15:00:00.000Z'),
          lentTo(ann, '2026-01-08T10:00:00.000Z'),
        ]
        const orders = permutations(steps)
        for (const [number, arrivals] of orders.entries()) {
          const copy = await acquire(library, number)
          for (const step of arrivals) await step(library, copy)
          expect(await loansOfCopy(library, copy)).toEqual([
            { borrower: ann, lentOn: '2026-01-06', dueOn: '2026-02-05', endedOn: '2026-01-07' },
            { borrower: bo, lentOn: '2026-01-07', dueOn: '2026-02-06', endedOn: '2026-01-08' },
            { borrower: ann, lentOn: '2026-01-08', dueOn: '2026-02-07', endedOn: null },
          ])
        }
        expect(orders).toHaveLength(24)
      },
      { startOn: '2026-01-15' as Day },
    ))

  it('counts a loan of a month whose statistics are made in the month in which the loan arrives', () =>
    withRunningLibrary(
      async (library) => {
        const ann = await registerNumberedBorrower(library, 1)
        const copy = await acquire(library, 1)
        await library.retention.run()
        rightOrThrow(await library.clock.moveTo('2026-02-03' as Day, () => undefined)())
        await library.retention.run()
        await lentTo(ann, '2026-01-30T10:00:00.000Z')(library, copy)
        rightOrThrow(await library.clock.moveTo('2026-03-02' as Day, () => undefined)())
        await library.retention.run()
        rightOrThrow(await library.catchUpReadModels())
        expect(loansPublishedIn(library, '2026-01' as Month)).toBe(0)
        expect(loansPublishedIn(library, '2026-02' as Month)).toBe(1)
        expect(circulationCountsOfMonth('2026-01' as Month)(library.rows).loans).toBe(0)
        expect(circulationCountsOfMonth('2026-02' as Month)(library.rows).loans).toBe(1)
      },
      { startOn: '2026-01-28' as Day },
    ))
})

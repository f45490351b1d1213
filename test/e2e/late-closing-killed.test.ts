import * as E from 'fp-ts/Either'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { writeSimulatedToday } from '../../adapters/stores/data-folder/folder-description'
import type { LogName } from '../../domain/event/stream'
import { closeDay } from '../../domain/use-cases/close-day'
import type { DayClosingDependencies } from '../../domain/use-cases/day-closing-error'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { messagesOfBorrower } from '../../projections/messages/message-queries'
import { messageCountsOfBorrower } from '../../projections/message-counts/message-count-queries'
import { readBothLogs } from '../crash/check/read-both-logs'
import { day } from '../fixtures/example-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { acquireCopy, homeBranch, moveClockTo, nowOnce, registerNumberedBorrower } from './use-case-steps'

/** Lent on 5 January for 30 days: with the closing of this day the copies are billed. */
const dayOfBills = day('2026-03-11')
const [lateDay, dayAfter] = [day('2026-04-20'), day('2026-04-21')]

type Log = DayClosingDependencies['commandHandling']['stores'][LogName]

const killed = { _tag: 'StoreUnavailable', reason: 'the process is killed' } as const

/** A library that dies with the first event of a type: it is appended, and nothing after it. */
const dyingAfter = (type: string, { useCaseDependencies }: RunningLibrary): DayClosingDependencies => {
  let isDead = false
  const dying = (log: Log): Log => ({
    ...log,
    append:
      (...appended) =>
      async () => {
        if (isDead) return E.left(killed)
        isDead = JSON.stringify(appended).includes(`"${type}"`)
        return log.append(...appended)()
      },
  })
  const { commandHandling } = useCaseDependencies
  const { circulation, persons } = commandHandling.stores
  const stores = { circulation: dying(circulation), persons: dying(persons) }
  return { ...useCaseDependencies, commandHandling: { ...commandHandling, stores } }
}

const daysFromTo = (first: Day, last: Day): ReadonlyArray<Day> =>
  first > last ? [] : [first, ...daysFromTo(addDays(1)(first), last)]

const closeDays = async (dependencies: DayClosingDependencies, first: Day, last: Day) => {
  for (const each of daysFromTo(first, last)) {
    const closed = await closeDay(dependencies)(each)()
    if (closed._tag === 'Left') return closed
  }
  return E.right(undefined)
}

const lendTwo = async (library: RunningLibrary): Promise<ReadonlyArray<BorrowerId>> => {
  const borrowers: BorrowerId[] = []
  for (const number of [1, 2]) {
    const copy = `327462653${String(number)}` as CopyId
    await acquireCopy(library, copy)
    const borrower = await registerNumberedBorrower(library, number)
    rightOrThrow(
      await lendCopy(library.useCaseDependencies)({ copy, borrower, branch: homeBranch, ...nowOnce(library) })(),
    )
    borrowers.push(borrower)
  }
  return borrowers
}

/** Closes a day much too late, is killed with the first event of a type, and closes it again on the next day. */
const closeLateAndKilled = (
  { type, closing }: { readonly type: string; readonly closing: Day },
  check: (library: RunningLibrary, borrowers: ReadonlyArray<BorrowerId>) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const setToday = writeSimulatedToday(dataFolderLayout(folder))
    const borrowers = await withLibraryIn(folder, async (library) => {
      const lentTo = await lendTwo(library)
      await moveClockTo(library, dayOfBills)
      return lentTo
    })
    setToday(lateDay)
    await withLibraryIn(folder, async (library) => {
      rightOrThrow(await closeDays(library.useCaseDependencies, dayOfBills, addDays(-1)(closing)))
      const closed = await closeDays(dyingAfter(type, library), closing, closing)
      const { events } = await readBothLogs(library)
      if (E.isRight(closed) || !events.some((event) => event.type === type)) throw new Error('it was not killed midway')
    })
    setToday(dayAfter)
    await withLibraryIn(folder, async (library) => {
      rightOrThrow(await closeDays(library.useCaseDependencies, closing, closing))
      rightOrThrow(await library.catchUpReadModels())
      await check(library, borrowers)
    })
  })

describe('a day that is closed over 14 days late, by a process that is killed midway and by another one on the next day', () => {
  it('bills each borrower once', () =>
    closeLateAndKilled({ type: 'MessageMade', closing: dayOfBills }, async ({ rows }, borrowers) => {
      for (const borrower of borrowers)
        expect(
          messagesOfBorrower(borrower)(rows)
            .filter(({ madeOn }) => madeOn === dayOfBills)
            .map(({ kind }) => kind)
            .sort(),
        ).toEqual(['bill', 'fee', 'statement'])
      return Promise.resolve()
    }))

  it('counts the messages of the month once for each borrower', () =>
    closeLateAndKilled({ type: 'MessagesCounted', closing: day('2026-03-31') }, async ({ rows }, borrowers) => {
      for (const borrower of borrowers)
        expect(messageCountsOfBorrower(12)(borrower)(rows).filter(({ month }) => month === '2026-03')).toHaveLength(1)
      return Promise.resolve()
    }))
})

/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { weekdayOf } from '../../domain/values/day'
import { kindsOfData } from '../../retention/promises/kinds-of-data'
import { allInjectedFaults } from './injected-faults/all-injected-faults'
import type { LibraryToInjectInto } from './injected-faults/injected-fault'
import { allFaultsOfNights } from './injected-faults/all-faults-of-nights'
import { isExpectedFinding, type ExpectedFinding, type FaultOfNight } from './injected-faults/fault-of-night'
import { createPastRows } from './injected-faults/past-rows'
import { openWritableFiles, type WritableFiles } from './injected-faults/writable-files'
import { describeBroken, type BrokenPromise } from './checks/broken-promise'
import { checkErasedBorrowers } from './checks/check-everything'
import { midnightChecks, runChecks } from './checks/check-midnight'
import { checkFiles, checkOutput, checkTextsInRows } from './checks/check-traces'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withYear } from './open-year'
import { spendOpenDay, isOpen } from './actions/spend-day'
import { passOnForCollection, requestCollectionNotice } from './actions/collection'
import { readFeedOfCprRegister } from './actions/cpr-register'
import { reserve } from './actions/reservations'
import { learnFromEvents } from './ground-truth/learn-from-library'
import { sendMessages } from './send-mail'
import { passMidnight, type RunningYear } from './simulate-year'
import { todayIn } from './simulated-year'
import { planOfInjectedFaults } from './year-plan'

jest.mock('node:crypto', () => ({
  ...jest.requireActual<object>('node:crypto'),
  ...jest.requireActual<object>('./seeded-crypto'),
}))

const withoutFiles = { ...midnightChecks, checkTextsInRows, checkOutput, checkErasedBorrowers }

const findIn = ({ midnight }: LibraryToInjectInto, isInFile = false): Promise<ReadonlyArray<BrokenPromise>> =>
  runChecks(isInFile ? { checkFiles } : withoutFiles, midnight)

/** What all checks find, and the alarms of the library, as lines for people. */
const findInAll = async (library: LibraryToInjectInto): Promise<ReadonlyArray<string>> => {
  const found = [...(await findIn(library)), ...(await findIn(library, true))]
  return [...found.map(describeBroken), ...library.running.year.alarms]
}

/** Several borrowers reserve one title that is on loan. */
const makeQueue = async ({ year }: RunningYear): Promise<void> => {
  const [loan] = year.groundTruth.loanOfCopy.values()
  for (const borrower of [...year.groundTruth.borrowers.values()].slice(0, 9)) await reserve(year, borrower, loan!)
}

/** Staff ask for a written notice of a fee that is owed. */
const askForNotice = async ({ year }: RunningYear): Promise<void> => {
  const owed = [...year.groundTruth.fees.values()].find((fee) => fee.settledOn === null && fee.collection === 'none')
  if (owed !== undefined) await requestCollectionNotice(year, owed)
}

/** A library in which everything was in use for months, at midnight. */
const withLibraryToInjectInto = (use: (library: LibraryToInjectInto) => Promise<void>): Promise<void> =>
  withYear(planOfInjectedFaults, 5, async (running) => {
    const past = createPastRows(running.year.library)
    let midnight = await passMidnight(running)
    for (let day = 0; day < planOfInjectedFaults.days; day += 1) {
      if (isOpen(running.year)) await spendOpenDay(running.year)
      if (weekdayOf(todayIn(running.year)) === 4) await passOnForCollection(running.year)
      await readFeedOfCprRegister(running.year)
      if (day === planOfInjectedFaults.days - 1) {
        await makeQueue(running)
        await askForNotice(running)
      }
      past.note()
      midnight = await passMidnight(running)
      await sendMessages(running.year, running.mail, midnight.day)
    }
    // The notices that went out after the last midnight change the fees that they are about.
    const { useCaseDependencies, catchUpReadModels } = running.year.library
    rightOrThrow(await useCaseDependencies.waitForReactions())
    rightOrThrow(await catchUpReadModels())
    learnFromEvents(running.year.groundTruth, midnight.facts, await running.logs.readNew())
    const files = await openWritableFiles(running.folder)
    try {
      await use({ running, midnight, files, past })
    } finally {
      files.close()
    }
  })

/** What must be found in the night of a fault, and what is found: by the checks, and by the collector and who looks at the mail. */
const spendNightOf = async ({ when, inject }: FaultOfNight, running: RunningYear, files: WritableFiles) => {
  const injectAt = (moment: FaultOfNight['when']): Promise<ReadonlyArray<ExpectedFinding>> =>
    when === moment ? inject(running, files) : Promise.resolve([])
  const expected = [...(await injectAt('before the collection'))]
  const found: BrokenPromise[] = [...(await passOnForCollection(running.year))]
  expected.push(...(await injectAt('before the closing')))
  const midnight = await passMidnight(running)
  found.push(...midnight.found, ...(await runChecks(midnightChecks, midnight)))
  expected.push(...(await injectAt('before the mail goes out')))
  found.push(...(await sendMessages(running.year, running.mail, midnight.day)))
  return { expected, found }
}

describe('the checks of a simulated year', () => {
  it('find each promise that is broken on purpose, and name it; and nothing when it is whole again', () =>
    withLibraryToInjectInto(async (library) => {
      expect(await findInAll(library)).toEqual([])
      const notFound: string[] = []
      for (const { promise, title, isInFile, inject } of allInjectedFaults) {
        const undo = await inject(library)
        const found = await findIn(library, isInFile)
        if (!found.some((one) => one.promise === promise))
          notFound.push(`${promise}: ${title}; found: ${found.map(describeBroken).join()}`)
        await undo()
      }
      expect(notFound).toEqual([])
      expect(await findInAll(library)).toEqual([])

      const { running, files } = library
      for (const fault of allFaultsOfNights) {
        const { expected, found } = await spendNightOf(fault, running, files)
        const missed = expected.filter((one) => !found.some(isExpectedFinding(one)))
        if (expected.length === 0 || missed.length > 0)
          notFound.push(`${fault.title}: ${JSON.stringify(missed)}; found: ${found.map(describeBroken).join()}`)
      }
      expect([...notFound, ...running.year.alarms]).toEqual([])
    }))

  it('are tried with an injected fault of every row of the promises table', () => {
    const tried = new Set<string>(allInjectedFaults.map(({ promise }) => promise))
    expect(Object.keys(kindsOfData).filter((kind) => !tried.has(kind))).toEqual([])
  })
})

import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { recordOfflineReturn } from '../../../domain/use-cases/record-offline-return'
import { recordUnmatchedAct } from '../../../domain/use-cases/record-unmatched-act'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import { resolveCase } from '../../../domain/use-cases/resolve-case'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerId, BranchId, CopyId, OfflineCaseId, TitleId } from '../../../domain/values/ids'
import { noonOf, type Instant } from '../../../domain/values/instant'
import { oreFromKroner } from '../../../domain/values/ore'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn, testOpenOptions, withTemporaryFolder } from '../../fixtures/running-library'
import { makeSeededRandom } from '../../forensic/simulation/seeded-random'
import { checkWeek } from './check-week'
import { comeBack, doNow } from './send-steps'
import { spendDay } from './spend-day'
import { loadVans, unloadVans, workThroughPullLists } from './staff-steps'
import { keyedAt, type Week } from './week'
import { branches, daysOfEarlierLoans, firstDay, startOn, type WeekSettings } from './week-settings'

const registerNumbered = async (library: RunningLibrary, number: number, isChild: boolean): Promise<BorrowerId> => {
  const homeBranch = branches[number % branches.length] ?? ('' as BranchId)
  const person = { number: String(100_000 + number), cpr: null, name: `Canary ${String(number)}`, municipality: null }
  const birthDate = (isChild ? '2019-05-17' : '1980-05-17') as Day
  const group = isChild ? 'child' : 'adult'
  const registered = await registerBorrower(library.useCaseDependencies)({
    person: { ...person, birthDate, group, homeBranch, language: 'da' },
    contactDetails: {
      careOf: null,
      address: null,
      phones: [],
      mobileForNotices: null,
      emails: [],
      emailForNotices: null,
    },
    presentedCard: { number: `K-${String(number)}`, pin: null },
    ...{ at: noonOf(startOn), origin: { _tag: 'Once' } },
  })()
  return rightOrThrow(registered).borrower
}

const acquireNumbered = async (library: RunningLibrary, number: number, title: TitleId): Promise<CopyId> => {
  const copy = String(3_270_000_000 + number) as CopyId
  const branch = branches[number % branches.length] ?? ('' as BranchId)
  const description = {
    group: 'standard',
    ageLimit: null,
    price: oreFromKroner(200),
    name: title,
    author: null,
  } as const
  const acquired = changeCopy(library.useCaseDependencies)(copy, { at: noonOf(startOn), origin: { _tag: 'Once' } })
  rightOrThrow(await acquired({ type: 'Acquire', copy, title, branch, ...description })())
  return copy
}

const makeWeek = async (library: RunningLibrary, settings: WeekSettings, seed: number): Promise<Week> => {
  const borrowers: BorrowerId[] = []
  const isChild = (number: number): boolean => number % 5 === 0
  for (let number = 0; number < settings.borrowers; number += 1)
    borrowers.push(await registerNumbered(library, number, isChild(number)))
  const titleOf = new Map<CopyId, TitleId>()
  for (let number = 0; number < settings.copies; number += 1) {
    const title = String(50_000_000 + Math.floor(number / 3)) as TitleId
    titleOf.set(await acquireNumbered(library, number, title), title)
  }
  let [moments, numbers] = [0, 0]
  return {
    ...{ library, settings, borrowers, titleOf, random: makeSeededRandom(seed) },
    children: new Set(borrowers.filter((_borrower, number) => isChild(number))),
    places: new Map(
      [...titleOf.keys()].map((copy, number) => [
        copy,
        { type: 'at', branch: branches[number % branches.length] ?? ('' as BranchId) },
      ]),
    ),
    machines: Array.from({ length: settings.machines }, (_, number) => ({
      ...{ branch: branches[number % branches.length] ?? ('' as BranchId), isOnline: true, unsent: [] },
    })),
    ...{
      arrived: [],
      loanIds: new Map(),
      blocked: new Set(),
      takenAway: new Set(),
      openCases: new Set(),
      loansInDoubt: new Set(),
      feesInDoubt: new Set(),
    },
    ...{ payments: new Map(), counts: new Map() },
    nextMoment: () => {
      moments += 1
      const morning = Date.parse(`${library.useCaseDependencies.commandHandling.clock.today()}T05:00:00.000Z`)
      return new Date(morning + moments * 1000).toISOString() as Instant
    },
    nextNumber: () => (numbers += 1),
  }
}

const moveTo = async ({ library }: Week, day: Day): Promise<void> => {
  rightOrThrow(await library.clock.moveTo(day, () => undefined)())
}

/** Each eighth of the copies is lent on one of the days before the week. */
const lendBeforeWeek = async (week: Week): Promise<void> => {
  const copies = [...week.titleOf.keys()]
  for (const [number, daysBefore] of daysOfEarlierLoans.entries()) {
    await moveTo(week, addDays(-daysBefore)(firstDay))
    for (const copy of copies.filter((_copy, index) => index % 8 === number)) {
      const borrower = week.random.pickOne(week.borrowers)
      const place = week.places.get(copy)
      if (borrower === undefined || place?.type !== 'at') continue
      const loan = week.nextNumber()
      const lent = { type: 'lent', copy, borrower, loan, branch: place.branch, at: week.nextMoment() } as const
      if (await doNow(week, lent)) week.places.set(copy, { type: 'out', loan })
    }
  }
  await moveTo(week, firstDay)
}

/** A machine sends what it did 16 days ago: it is not run, and staff see it. */
const sendTooLate = async (week: Week): Promise<void> => {
  const { useCaseDependencies } = week.library
  const { clock } = useCaseDependencies.commandHandling
  const [copy] = week.titleOf.keys()
  if (copy === undefined) return
  const at = noonOf(addDays(-16)(clock.today()))
  const [branch] = branches as [BranchId]
  const refused = await recordOfflineReturn(useCaseDependencies)({ copy, branch, ...keyedAt(at) })()
  expect(refused).toMatchObject({ left: { _tag: 'TooLate' } })
  const metadata = { at: clock.now(), origin: { _tag: 'KeyedToday', key: `act ${at}` } } as const
  const act = { act: 'return', because: 'tooLongAgo', at, branch, presented: null } as const
  const { events } = rightOrThrow(await recordUnmatchedAct(useCaseDependencies)(copy, metadata)(act)())
  for (const { open } of events) if ('unmatched' in open) week.openCases.add(open.unmatched)
}

const resolveAll = async (week: Week): Promise<void> => {
  const metadata = {
    at: week.library.useCaseDependencies.commandHandling.clock.now(),
    origin: { _tag: 'Once' },
  } as const
  const ids = new Set([...week.openCases].map((key) => key.split(' ')[0] as OfflineCaseId))
  for (const id of ids) rightOrThrow(await resolveCase(week.library.useCaseDependencies)(id, metadata)())
  week.openCases.clear()
  await checkWeek(week)
}

const runWeek = async (week: Week): Promise<void> => {
  await lendBeforeWeek(week)
  for (let day = 0; day < week.settings.days; day += 1) {
    await unloadVans(week)
    await workThroughPullLists(week)
    await spendDay(week)
    await loadVans(week)
    if (day === week.settings.days - 1) {
      for (const machine of week.machines) await comeBack(week, machine)
      await sendTooLate(week)
    }
    await moveTo(week, addDays(day + 1)(firstDay))
    await checkWeek(week)
  }
}

/** Simulates a week and checks it. Answers how often each kind of thing happened. */
export const simulateWeek = (settings: WeekSettings, seed: number): Promise<ReadonlyMap<string, number>> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(folder, { ...testOpenOptions, startOn })
    try {
      const week = await makeWeek(library, settings, seed)
      await runWeek(week)
      await resolveAll(week)

      return week.counts
    } finally {
      await library.close()
    }
  })

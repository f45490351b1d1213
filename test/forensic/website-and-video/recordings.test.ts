import type { Day } from '../../../domain/values/day'
import { addMilliseconds, instantOfTime } from '../../../domain/values/instant'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { aCamera, recordVideo } from '../../adapters/interfaces/http/video-steps'
import { withHttpServer, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { openingDay } from '../../fixtures/running-library'
import { moveClockTo } from '../../e2e/use-case-steps'
import { makeSeededRandom } from '../simulation/seeded-random'
import { allStoredEvents, type StoredLogEvent } from '../stored-events'
import { printScore, rightByMostFrequent, rightGuesses } from './score-guesses'

const hours = Array.from({ length: 10 }, (_, at) => 9 + at)
const hourMs = 3_600_000
const dayOfLoans = '2026-01-06' as Day

const recordHour = (library: ServedLibrary, hour: number): Promise<string> => {
  const from = instantOfTime(openingDay)(`${String(hour).padStart(2, '0')}:00`)
  return recordVideo(library, { ...aCamera, from, until: addMilliseconds(hourMs)(from) })
}

/** The hour of each loan of a day, which only the test knows, and both logs at its end. */
interface DayWithRecordings {
  readonly hourOfLoan: ReadonlyMap<string, number>
  readonly events: ReadonlyArray<StoredLogEvent>
}

/** Somebody lends a copy now and then. `afterHour`: what the recorder does when an hour is over; `atEnd`: when the day is. */
const runDay = (
  afterHour: (library: ServedLibrary, hour: number) => Promise<unknown>,
  atEnd: (library: ServedLibrary) => Promise<unknown>,
): Promise<DayWithRecordings> =>
  withHttpServer(async (library) => {
    // The recordings are of the day before: the clock of the library stands still within a day.
    await moveClockTo(library.runningLibrary, dayOfLoans)
    const random = makeSeededRandom(3)
    const hourOfLoan = new Map<string, number>()
    for (const hour of hours) {
      for (let loans = 2 + random.below(5); loans > 0; loans -= 1) {
        const borrower = await registerBorrowerByHttp(library)
        const { body } = await lendCopyByHttp(library, await acquireCopyByHttp(library), borrower)
        hourOfLoan.set(String(body.loan), hour)
      }
      await afterHour(library, hour)
    }
    await atEnd(library)
    const { stores } = library.runningLibrary.useCaseDependencies.commandHandling
    return { hourOfLoan, events: await allStoredEvents(stores) }
  })

/** The attacker counts recordings, which cameras make by the hour: a loan is of the hour after as many as stand before it. */
const scoreByRecordings = ({ hourOfLoan, events }: DayWithRecordings) => {
  let recordings = 0
  const guesses = new Map<string, number>()
  for (const { type, openPart } of events.filter(({ log }) => log === 'circulation')) {
    if (type === 'FootageRecorded') recordings += 1
    if (type === 'LoanStarted') guesses.set(String(openPart['loan']), hours[recordings] ?? -1)
  }
  const guessed = [...hourOfLoan].map(([loan, actual]) => ({ actual, guess: guesses.get(loan) }))
  return { right: rightGuesses(guessed), all: guessed.length, allowed: rightByMostFrequent([...hourOfLoan.values()]) }
}

describe('the recordings of video surveillance in the log', () => {
  it('tell the hour of no loan, when the recorder sends them after the branch has closed', async () => {
    const day = await runDay(
      () => Promise.resolve(),
      async (library) => {
        for (const hour of hours) await recordHour(library, hour)
      },
    )
    const { right, all, allowed } = scoreByRecordings(day)
    printScore('hours of loans by recordings that were sent at night', right, all, allowed)
    expect(all).toBeGreaterThan(30)
    expect(right).toBeLessThanOrEqual(allowed)
  })

  it('would tell it of each, if the recorder sent each when its hour is over', async () => {
    const { right, all, allowed } = scoreByRecordings(await runDay(recordHour, () => Promise.resolve()))
    printScore('hours of loans by recordings that were sent each hour', right, all, allowed)
    expect(right).toBe(all)
  })

  it('name in their open part no time and nothing that an event on a borrower has, but branch and day', async () => {
    const { events } = await runDay(recordHour, () => Promise.resolve())
    const valuesOf = (isOfVideo: boolean) =>
      events
        .filter(({ log, type }) => log === 'circulation' && (type === 'FootageRecorded') === isOfVideo)
        .flatMap(({ openPart }) => Object.values(openPart))
    const others = new Set(valuesOf(false))
    const shared = new Set(valuesOf(true).filter((value) => others.has(value)))
    expect([...shared].filter((value) => value !== aCamera.branch && value !== openingDay)).toEqual([])
    expect(valuesOf(true).filter((value) => String(value).includes('T'))).toEqual([])
  })
})

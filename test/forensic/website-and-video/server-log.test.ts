import { createServerLogRecorder } from '../../../adapters/processes/server-log/server-log-recorder'
import { systemRandom } from '../../../adapters/system/random/system-random'
import type { Day } from '../../../domain/values/day'
import { instantOfTime } from '../../../domain/values/instant'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { withHttpServer } from '../../adapters/interfaces/http/with-http-server'
import { moveClockTo } from '../../e2e/use-case-steps'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { makeSeededRandom } from '../simulation/seeded-random'
import { printScore, rightGuesses } from './score-guesses'

const hours = Array.from({ length: 10 }, (_, at) => 9 + at)
const days = Array.from({ length: 14 }, (_, at) => `2026-01-${String(5 + at).padStart(2, '0')}` as Day)
const people = 60

/** What a block says, for whoever has its key, and where it stands. */
interface WrittenBlock {
  readonly day: string
  readonly hour: number
  readonly addresses: ReadonlyArray<string>
  /** The borrower whose loan was the last before the block in the log. */
  readonly lastToLend: string
}

interface VisitsOfDays {
  readonly blocks: ReadonlyArray<WrittenBlock>
  /** Who came in which hour of which day, in the order in which they came; only the test knows. */
  readonly visits: ReadonlyMap<string, ReadonlyArray<number>>
  readonly borrowers: ReadonlyArray<string>
}

const addressOf = (person: number): string => `198.51.100.${String(person)}`
const hourKey = (day: string, hour: number): string => `${day} ${String(hour)}`

/** Each hour some borrowers come to the website, and one of them lends a copy right after it. */
const runDays = (): Promise<VisitsOfDays> =>
  withHttpServer(async (library) => {
    const random = makeSeededRandom(21)
    const { shortTerm } = library.runningLibrary
    let now = instantOfTime(days[0]!)('09:30')
    let today = days[0]!
    const recorder = createServerLogRecorder({
      clock: { today: () => today, now: () => now },
      random: systemRandom,
      shortTerm,
    })
    const borrowers: string[] = []
    for (let made = 0; made < people; made += 1) borrowers.push(await registerBorrowerByHttp(library))
    const visits = new Map<string, ReadonlyArray<number>>()
    const borrowerOfLoan = new Map<string, string>()
    for (const [at, day] of days.entries()) {
      today = day
      for (const hour of hours) {
        now = instantOfTime(day)(`${String(hour).padStart(2, '0')}:30`)
        const came = Array.from({ length: people }, (_, person) => person)
          .toSorted(() => random.fraction() - 0.5)
          .slice(0, 2 + random.below(6))
        visits.set(hourKey(day, hour), came)
        for (const person of came) recorder.logRequest(addressOf(person), 'Firefox 133')
        const borrower = borrowers[came.at(-1)!]!
        if (hour % 3 !== 0) continue
        const { body } = await lendCopyByHttp(library, await acquireCopyByHttp(library), borrower)
        borrowerOfLoan.set(String(body.loan), borrower)
      }
      rightOrThrow(await recorder.storeAll())
      await moveClockTo(library.runningLibrary, days[at + 1] ?? ('2026-01-19' as Day))
    }
    let lastToLend = ''
    const blocks: WrittenBlock[] = []
    for (const event of (await readBothLogs(library.runningLibrary)).events) {
      if (event.type === 'LoanStarted') lastToLend = borrowerOfLoan.get(event.open.loan) ?? ''
      if (event.type !== 'ServerLogWritten' || event.sealed.serverLog._tag !== 'Plain') continue
      const { hour, lines } = event.sealed.serverLog.value
      blocks.push({ day: event.open.day, hour, addresses: lines.map(({ address }) => address), lastToLend })
    }
    return { blocks, visits, borrowers }
  })

const placesInDay = (blocks: ReadonlyArray<WrittenBlock>): ReadonlyArray<number> =>
  blocks.map(({ day }, at) => blocks.slice(0, at).filter((earlier) => earlier.day === day).length)

/** The n-th block of a day is that of its n-th hour. */
const hoursByPlace = (blocks: ReadonlyArray<WrittenBlock>) => {
  const places = placesInDay(blocks)
  return blocks.map(({ hour }, at) => ({ actual: hour, guess: hours[places[at]!] }))
}

/** The n-th line of a block is that of the n-th who came. */
const peopleByLine = ({ visits }: VisitsOfDays, blocks: ReadonlyArray<WrittenBlock>) =>
  blocks.flatMap(({ day, hour, addresses }) =>
    (visits.get(hourKey(day, hour)) ?? []).map((person, at) => ({ actual: addressOf(person), guess: addresses[at] })),
  )

describe('the blocks of the server log', () => {
  let days14: VisitsOfDays
  beforeAll(async () => {
    days14 = await runDays()
  })

  it('do not tell their hour by their place: no better than by chance', () => {
    const guesses = hoursByPlace(days14.blocks)
    const allowed = guesses.length / hours.length
    printScore('hours of blocks by their place', rightGuesses(guesses), guesses.length, Math.round(allowed))
    expect(guesses).toHaveLength(days.length * hours.length)
    expect(rightGuesses(guesses)).toBeLessThan(allowed + 4 * Math.sqrt(allowed))
    const inOrder = days14.blocks.toSorted((one, other) =>
      hourKey(one.day, one.hour).localeCompare(hourKey(other.day, other.hour), 'en', { numeric: true }),
    )
    expect(rightGuesses(hoursByPlace(inOrder))).toBe(guesses.length)
  })

  it('do not stand beside what the visitors did: the last who lent before a block is in it no more often than anybody', () => {
    const { blocks, borrowers } = days14
    const isVisitor = ({ addresses, lastToLend }: WrittenBlock): boolean =>
      addresses.includes(addressOf(borrowers.indexOf(lastToLend)))
    const right = blocks.filter(isVisitor).length
    const allowed = blocks.reduce((sum, { addresses }) => sum + addresses.length / people, 0)
    const ofDay = blocks.length / days.length
    printScore('visitors of blocks by the loan before them', right, blocks.length, Math.round(allowed))
    // Everybody who lent last on a day visited in the hour of the loan: that is one block of a day.
    expect(right).toBeLessThan(allowed + blocks.length / ofDay + 4 * Math.sqrt(allowed))
  })

  it('with their key, do not tell in which order people came within the hour', () => {
    const guesses = peopleByLine(days14, days14.blocks)
    const allowed = days14.blocks.length
    printScore('visitors by the order of lines', rightGuesses(guesses), guesses.length, allowed)
    expect(rightGuesses(guesses)).toBeLessThan(allowed + 4 * Math.sqrt(allowed))
    const asTheyCame = days14.blocks.map((block) => ({
      ...block,
      addresses: (days14.visits.get(hourKey(block.day, block.hour)) ?? []).map(addressOf),
    }))
    expect(rightGuesses(peopleByLine(days14, asTheyCame))).toBe(guesses.length)
  })

  it('with their key, tell who may have come in the hour of an act: one of those who visited in it, and no better', () => {
    const visitsWithLoan = [...days14.visits].map(([hour, came]) => ({ hour, actual: addressOf(came.at(-1)!) }))
    const guesses = visitsWithLoan.map(({ hour, actual }) => ({
      actual,
      guess: days14.blocks.find((block) => hourKey(block.day, block.hour) === hour)?.addresses[0],
    }))
    const allowed = days14.blocks.reduce((sum, { addresses }) => sum + 1 / addresses.length, 0)
    printScore('addresses of acts by their hour, with the keys of both', rightGuesses(guesses), guesses.length, Math.round(allowed)) // prettier-ignore
    expect(rightGuesses(guesses)).toBeLessThan(allowed + 4 * Math.sqrt(allowed))
    expect(rightGuesses(guesses)).toBeGreaterThan(guesses.length / people)
  })
})

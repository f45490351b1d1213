import type { Day } from '../../../domain/values/day'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { aCamera, aReason, discloseVideo, openVideo, storeVideo } from '../../adapters/interfaces/http/video-steps'
import { dutyOfficerUser, withHttpServer, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { moveClockTo } from '../../e2e/use-case-steps'
import { makeSeededRandom } from '../simulation/seeded-random'
import { allStoredEvents, type StoredLogEvent } from '../stored-events'
import { printScore, rightByMostFrequent, rightGuesses } from './score-guesses'

type Act = 'live' | 'view' | 'copy'
const kindsOfRequest: ReadonlyArray<Act> = ['live', 'view', 'copy']
const typeOfRequest: Readonly<Record<Act, string>> = {
  live: 'LiveVideoViewed',
  view: 'FootageViewed',
  copy: 'FootageDisclosed',
}

/** A request about somebody who has just lent a copy, as in the case of a theft at the desk. */
interface ActualRequest {
  readonly viewing: string
  readonly act: Act
  /** The borrower whom the request is about. */
  readonly about: string
}

interface MonthOfRequests {
  readonly requests: ReadonlyArray<ActualRequest>
  /** The borrower of each loan. */
  readonly borrowerOfLoan: ReadonlyMap<string, string>
  readonly events: ReadonlyArray<StoredLogEvent>
}

const lendTo = async (library: ServedLibrary, borrower: string, borrowerOfLoan: Map<string, string>) => {
  const { status, body } = await lendCopyByHttp(library, await acquireCopyByHttp(library), borrower)
  expect(status).toBe(201)
  borrowerOfLoan.set(String(body.loan), borrower)
}

const request = async (library: ServedLibrary, act: Act, footage: string): Promise<string> => {
  const body = { ...aCamera, ...aReason }
  const answer =
    act === 'live'
      ? await library.send('POST', '/video/live-viewings', { as: dutyOfficerUser, body })
      : await (act === 'view' ? openVideo : discloseVideo)(library, footage)
  expect(answer.status).toBe(201)
  return String(answer.body.viewing)
}

/** Some days on which people lend copies. Now and then somebody asks for video of one who came earlier on the day. */
const runMonth = (): Promise<MonthOfRequests> =>
  withHttpServer(async (library) => {
    const random = makeSeededRandom(9)
    const requests: ActualRequest[] = []
    const borrowerOfLoan = new Map<string, string>()
    const borrowers: string[] = []
    for (let made = 0; made < 12; made += 1) borrowers.push(await registerBorrowerByHttp(library))
    await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
    const footage = await storeVideo(library)
    for (let day = 6; day < 20; day += 1) {
      const came = borrowers.toSorted(() => random.fraction() - 0.5).slice(0, 6)
      for (const [at, borrower] of came.entries()) {
        await lendTo(library, borrower, borrowerOfLoan)
        if (at < 2 || !random.withProbability(0.4)) continue
        const act = random.pickOne(kindsOfRequest)!
        const about = random.pickOne(came.slice(0, at))!
        requests.push({ viewing: await request(library, act, footage), act, about })
      }
      await moveClockTo(library.runningLibrary, `2026-01-${String(day + 1).padStart(2, '0')}` as Day)
    }
    const { stores } = library.runningLibrary.useCaseDependencies.commandHandling
    return { requests, borrowerOfLoan, events: await allStoredEvents(stores) }
  })

/** The attacker takes the loan at a distance before a request for that of whom it is about. The keys of loans are living. */
const scoreByLoanBefore = ({ requests, borrowerOfLoan, events }: MonthOfRequests, distance: number) => {
  const guesses = new Map<string, string | undefined>()
  const loans: string[] = []
  for (const { type, openPart } of events) {
    if (type === 'LoanStarted') loans.push(String(openPart['loan']))
    if (typeof openPart['viewing'] === 'string') guesses.set(openPart['viewing'], loans.at(-distance))
  }
  return rightGuesses(
    requests.map(({ viewing, about }) => ({ actual: about, guess: borrowerOfLoan.get(guesses.get(viewing) ?? '') })),
  )
}

/** Whom a person names who knows how many came on that day before the request: one of them. */
const rightByChanceAmongThoseBefore = ({ requests, events, borrowerOfLoan }: MonthOfRequests): number => {
  let sum = 0
  let cameToday = 0
  for (const { type, openPart } of events) {
    if (type === 'DayClosed') cameToday = 0
    if (type === 'LoanStarted' && borrowerOfLoan.has(String(openPart['loan']))) cameToday += 1
    if (requests.some(({ viewing }) => viewing === openPart['viewing'])) sum += 1 / Math.max(1, cameToday)
  }
  return sum
}

describe('the requests to look at video in the log', () => {
  let month: MonthOfRequests
  beforeAll(async () => {
    month = await runMonth()
  })

  it('do not tell whom they are about: the loans before them name somebody who came before, and no better', () => {
    const allowed = rightByChanceAmongThoseBefore(month)
    const scores = [1, 2, 3, 4, 5].map((distance) => scoreByLoanBefore(month, distance))
    const spread = 2 * Math.sqrt(allowed)
    printScore('borrowers of video requests by the best loan before', Math.max(...scores), month.requests.length, Math.round(allowed)) // prettier-ignore
    expect(month.requests.length).toBeGreaterThan(15)
    expect(scores.reduce((one, other) => one + other, 0) / scores.length).toBeLessThan(allowed + spread)
    expect(Math.max(...scores)).toBeLessThan(allowed + 2 * spread)
  })

  it('would tell it, if staff always asked at once for video of whoever came last', () => {
    const lastBefore = new Map<string, string>()
    let last = ''
    for (const { type, openPart } of month.events) {
      if (type === 'LoanStarted') last = String(openPart['loan'])
      if (typeof openPart['viewing'] === 'string') lastBefore.set(openPart['viewing'], last)
    }
    const requests = month.requests.map((one) => ({
      ...one,
      about: month.borrowerOfLoan.get(lastBefore.get(one.viewing) ?? '') ?? '',
    }))
    expect(scoreByLoanBefore({ ...month, requests }, 1)).toBe(requests.length)
  })

  it('tell by their type alone how they were decided, and nothing else in the open part but the day', () => {
    const open = month.events.filter(({ openPart }) => 'viewing' in openPart)
    const guessed = open.map(({ type, openPart }) => ({
      guess: kindsOfRequest.find((act) => typeOfRequest[act] === type),
      actual: month.requests.find(({ viewing }) => viewing === openPart['viewing'])!.act,
    }))
    printScore('acts of video requests by their type', rightGuesses(guessed), guessed.length, rightByMostFrequent(guessed.map(({ actual }) => actual))) // prettier-ignore
    expect(rightGuesses(guessed)).toBe(guessed.length)
    expect(new Set(open.flatMap(({ openPart }) => Object.keys(openPart)))).toEqual(new Set(['viewing', 'day']))
  })

  it('tell the day of a disclosure to the police, which the record of the disclosure alone does not, and of nobody', () => {
    const circulation = month.events.filter(({ log }) => log === 'circulation')
    const disclosures = circulation.flatMap((event, at) =>
      event.type === 'DisclosureMade' ? [{ event, next: circulation[at + 1] }] : [],
    )
    expect(disclosures.length).toBeGreaterThan(2)
    expect(disclosures.every(({ next }) => next?.type === 'FootageDisclosed')).toBe(true)
    expect(new Set(disclosures.flatMap(({ event }) => Object.keys(event.openPart)))).toEqual(
      new Set(['disclosure', 'madeIn']),
    )
  })
})

import { createSessionStore } from '../../../adapters/interfaces/site/sessions/session-store'
import { createWebsiteRegistrations } from '../../../adapters/interfaces/site/log-in/website-registrations'
import { createMemoryKekRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { memoryShortTermRows } from '../../../adapters/stores/short-term/memory/memory-short-term-rows'
import type { Cpr } from '../../../domain/values/cpr'
import type { BorrowerId } from '../../../domain/values/ids'
import { createShortTermStore } from '../../../retention/short-term/create-short-term-store'
import type { ShortTermRow } from '../../../retention/short-term/short-term-rows'
import { randomScopeId } from '../../fixtures/keys-under-test'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { makeSeededRandom } from '../simulation/seeded-random'
import { printScore, rightGuesses } from './score-guesses'

const minuteMs = 60_000
const people = 60

/** Who came to the website, in the order in which they came; each did one thing, which stands in that order in the log. */
interface MorningOfVisits {
  readonly visitors: ReadonlyArray<string>
  /** The rows of the sessions, by visitor. */
  readonly rowOf: ReadonlyMap<string, string>
  /** The rows of the store as somebody finds them who copies it. */
  readonly rows: ReadonlyArray<ShortTermRow>
  /** Reads the sessions of all visitors with the ring: who is logged in, and since when. */
  readonly withRing: () => Promise<ReadonlyArray<{ readonly visitor: string; readonly loggedInAt: number }>>
}

const textOf = ({ id }: Pick<ShortTermRow, 'id'>): string => Buffer.from(id).toString('hex')

/** `isRewritten`: whether the rows were rewritten since, as they are each quarter-hour. `logOut`: whether people log out. */
const runMorning = async ({ isRewritten = true, logOut = false } = {}): Promise<MorningOfVisits> => {
  const random = makeSeededRandom(17)
  let now = Date.parse('2026-01-05T08:00:00.000Z')
  const rows = memoryShortTermRows()
  const store = createShortTermStore({ ring: createMemoryKekRing(), rows, machineTime: () => now })
  const sessions = createSessionStore(store, () => now)
  const registrations = createWebsiteRegistrations(store)
  const all = async () => rightOrThrow(await rows.all())
  const [visitors, rowOf] = [new Array<string>(), new Map<string, string>()]
  for (let came = 0; came < people; came += 1) {
    now += random.below(3 * minuteMs)
    const visitor = randomScopeId()
    const before = new Set((await all()).map(textOf))
    const callers = [{ role: 'borrower', subject: visitor as string as BorrowerId } as const]
    const session = rightOrThrow(await sessions.begin({ callers, provider: 'borrowers' })())
    rowOf.set(
      visitor,
      (await all()).map(textOf).find((row) => !before.has(row))!,
    )
    if (random.withProbability(0.2)) rightOrThrow(await registrations.begin({ cpr: '6302800000' as Cpr, to: '' })())
    visitors.push(visitor)
    if (logOut) rightOrThrow(await sessions.end(session)())
  }
  if (isRewritten) rightOrThrow(await store.rewrite())
  const withRing = async () =>
    rightOrThrow(await store.list('session')()).map(({ value, subject }) => ({
      visitor: String(subject),
      loggedInAt: (JSON.parse(value) as { readonly loggedInAt: number }).loggedInAt,
    }))
  return { visitors, rowOf, rows: await all(), withRing }
}

/** Takes the rows of sessions in an order, and says that the n-th is that of the n-th who did something. */
const scoreByOrder = ({ visitors, rowOf }: MorningOfVisits, ordered: ReadonlyArray<ShortTermRow>): number => {
  const ofSessions = new Set(rowOf.values())
  const inOrder = ordered.map(textOf).filter((row) => ofSessions.has(row))
  return rightGuesses(visitors.map((visitor, at) => ({ actual: rowOf.get(visitor), guess: inOrder[at] })))
}

describe('sessions and registrations in the short-term store', () => {
  it('without the ring, are no better than by chance those of the events beside which they began, once rewritten', async () => {
    const morning = await runMorning()
    const byEnd = morning.rows.toSorted((one, other) => one.endsAt - other.endsAt)
    const scores = [morning.rows, morning.rows.toReversed()].map((ordered) => scoreByOrder(morning, ordered))
    printScore('sessions by the order of rows', Math.max(...scores), people, 1)
    expect(Math.max(...scores)).toBeLessThanOrEqual(5)
    const [ends, right] = [new Set(byEnd.map(({ endsAt }) => endsAt)).size, scoreByOrder(morning, byEnd)]
    printScore('sessions by their ends', right, people, ends)
    expect(right).toBeLessThanOrEqual(ends + 5)
  })

  it('would be theirs, each of them, if the rows were not rewritten', async () => {
    const morning = await runMorning({ isRewritten: false })
    expect(scoreByOrder(morning, morning.rows)).toBe(people)
  })

  it('have one size, so that a registration, a session and its use look alike', async () => {
    const { rows } = await runMorning()
    expect(rows.length).toBeGreaterThan(1.2 * people)
    expect(new Set(rows.map(({ content }) => content.length)).size).toBe(1)
  })

  it('with the ring, tell who has logged in and in which order, until the session has ended', async () => {
    const { visitors, withRing } = await runMorning()
    const found = (await withRing()).toSorted((one, other) => one.loggedInAt - other.loggedInAt)
    const right = rightGuesses(visitors.map((actual, at) => ({ actual, guess: found[at]?.visitor })))
    printScore('visitors with the ring, while they are logged in', right, people, 1)
    expect(right).toBeGreaterThan(people * 0.9)
    const left = await (await runMorning({ logOut: true })).withRing()
    expect(left).toEqual([])
  })
})

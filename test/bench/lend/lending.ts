import { calendarScopes } from '../../../domain/use-cases/calendar-scopes'
import { lend } from '../../../domain/use-cases/lend'
import type { Library } from '../../../domain/use-cases/library'
import type { Origin } from '../../../domain/use-cases/origin'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { addDays, type Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import { right } from '../../fixtures/right'
import { bareLending, type BareLending } from './bare-lending'
import { branch } from './branch'
import { busyLibrary, today, type BusyLibrary, type Shelf } from './library'
import { byCallers } from './side-by-side'

/** How large a measurement of lending is. */
export interface LendingSize {
  readonly pasts: ReadonlyArray<number>
  /** Copies with each past; each is lent once a round. */
  readonly copies: number
  readonly borrowers: number
  readonly rounds: number
}

/** Lends a second of the copies with one past: the median and the best round, and the µs of CPU time that one took. */
export interface Lent {
  readonly loans: number
  readonly median: number
  readonly best: number
  readonly cpu: number
  /** Lends a second without Glemsom, beside each round: the median, and that of the ratios. */
  readonly bare: number
  readonly ratio: number
}

const callersAtOnce = 64
const callers = byCallers(callersAtOnce)
let keys = 0
const keyed = (): Origin => ({ _tag: 'Keyed', key: `request ${String((keys += 1))}` })

/** The library on another day, so that a copy is lent once a day, as copies are; no day need be closed for it. */
const onDay =
  (day: Day) =>
  (library: Library): Library => {
    const desk = { ...library.desk, clock: { now: () => noonOf(day), today: () => day } }
    return { ...library, desk, scopes: calendarScopes(desk) }
  }

export const lendAll = async ({ system, borrowers }: BusyLibrary, { copies }: Shelf, day: Day): Promise<void> => {
  const library = onDay(day)(system.library)
  const at = noonOf(day)
  let turn = keys
  await callers(copies, async (copy) => {
    const borrower = borrowers[(turn += 1) % borrowers.length]
    if (borrower === undefined) throw new Error('a library needs borrowers')
    right(await lend(library)({ copy, borrower, branch, at, origin: keyed() })())
  })
  right(await system.reach())
}

export const returnAll = async ({ system }: BusyLibrary, { copies }: Shelf, day: Day): Promise<void> => {
  const library = onDay(day)(system.library)
  const at = noonOf(day)
  await callers(copies, async (copy) => {
    right(await returnCopy(library)({ copy, branch, at, origin: keyed() })())
  })
}

export const settled = async ({ system }: BusyLibrary): Promise<void> => {
  right(await system.library.reactionsDone())
  right(await system.reach())
}

interface Round {
  readonly perSecond: number
  readonly cpu: number
  readonly bare: number
}

const bareRound = (bare: BareLending, copies: number): number => {
  const start = process.hrtime.bigint()
  bare.lend(copies)
  return copies / (Number(process.hrtime.bigint() - start) / 1e9)
}

/** One round: every copy is lent, the read models are current and the reactions done when the clock is stopped. */
const round = async (busy: BusyLibrary, bare: BareLending, shelf: Shelf, day: Day): Promise<Round> => {
  const cpu = process.cpuUsage()
  const start = process.hrtime.bigint()
  await lendAll(busy, shelf, day)
  await settled(busy)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const { user, system } = process.cpuUsage(cpu)
  await returnAll(busy, shelf, day)
  await settled(busy)
  const { length } = shelf.copies
  return { perSecond: length / seconds, cpu: (user + system) / length, bare: bareRound(bare, length) }
}

const middle = (numbers: ReadonlyArray<number>): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const lent = (shelf: Shelf, rounds: ReadonlyArray<Round>): Lent => ({
  loans: shelf.loans,
  median: middle(rounds.map(({ perSecond }) => perSecond)),
  best: Math.max(...rounds.map(({ perSecond }) => perSecond)),
  cpu: middle(rounds.map(({ cpu }) => cpu)),
  bare: middle(rounds.map(({ bare }) => bare)),
  ratio: middle(rounds.map(({ perSecond, bare }) => perSecond / bare)),
})

/** Shelves are taken by turns, so that a machine that is busy for a while is busy for all. The first turn warms up. */
const measure = async (busy: BusyLibrary, bare: BareLending, rounds: number): Promise<ReadonlyArray<Lent>> => {
  const told = busy.shelves.map((): Round[] => [])
  for (let turn = 0; turn <= rounds; turn += 1)
    for (const [place, shelf] of busy.shelves.entries()) {
      const one = await round(busy, bare, shelf, addDays(turn)(today))
      if (turn > 0) told[place]?.push(one)
    }
  return busy.shelves.map((shelf, place) => lent(shelf, told[place] ?? []))
}

/** B5: lends copies with pasts of several lengths, 64 callers in process, on real stores in a new folder. */
export const lending = async (folder: string, { pasts, copies, borrowers, rounds }: LendingSize) => {
  const busy = await busyLibrary(folder, pasts, copies, borrowers)
  const bare = bareLending(folder, callersAtOnce)
  try {
    return await measure(busy, bare, rounds)
  } finally {
    bare.close()
    await busy.system.close()
  }
}

import type { System } from '../../../adapters/processes/running/system'
import { keptCopiesOf } from '../../../projections/queue/shelf'
import { addDays, type Day } from '../../../domain/values/day'
import { buyCopies, registerOne } from './beginnings'
import { dice } from './dice'
import { noticeWhatStands } from './notice'
import { askToBeForgotten, findOne, giveUp, keepRecord, letOff, unpack } from './staff'
import { town, type Town, type Townsman } from './town'
import { bringBack, visitOf } from './visit'

/** How long a life lasts, and how busy it is. */
export interface Span {
  /** Counted as five open days, some 27 days in all. */
  readonly months: number
  /** How many visits a day has at least. */
  readonly visits: number
}

const atFirst = 46
const comeLater = 14

const standingOf = async (of: Town, { borrower }: Townsman) => {
  const known = await of.system.library.lookUp.standing(borrower)()
  return known._tag === 'Right' ? known.right : undefined
}

const somebody = (of: Town, month: number): Townsman | undefined =>
  of.chance.one([...of.people.values()].filter(({ until }) => month <= until))

/** Whoever has a copy ready on the pick-up shelf: they are told, and come. */
const somebodyWaiting = ({ people, system }: Town, month: number): Townsman | undefined =>
  [...people.values()].find(
    ({ borrower, until }) =>
      month <= until && keptCopiesOf(borrower)(system.rows).some(({ state }) => state === 'ready'),
  )

const visitTown = async (of: Town, month: number): Promise<void> => {
  const who = (of.chance.happens(0.4) ? somebodyWaiting(of, month) : undefined) ?? somebody(of, month)
  const standing = who && (await standingOf(of, who))
  if (who === undefined || standing === undefined) return
  // Before a visit: what closings did. After it: what the visit did.
  await noticeWhatStands(of)
  await noticeWhatStands(of, await visitOf(of, who, standing))
}

const throughTheHatch = async (of: Town, month: number): Promise<void> => {
  const who = somebody(of, month)
  const held = who && of.chance.one((await standingOf(of, who))?.loans ?? [])
  if (who === undefined || held === undefined || who.keepsBooks) return
  await noticeWhatStands(of)
  const visit = (of.visits += 1)
  await bringBack(of, who, held, visit)
  await of.system.library.reactionsDone()
  await noticeWhatStands(of, visit)
}

/** One day on which the library is open and something happens. */
const openDay = async (of: Town, month: number, atLeast: number): Promise<void> => {
  for (let visits = atLeast + of.chance.below(4); visits > 0; visits--) {
    await (of.chance.happens(0.35) ? throughTheHatch(of, month) : visitTown(of, month))
    const [one, other] = [somebody(of, month), somebody(of, month)]
    if (one !== undefined && of.chance.happens(0.2)) await keepRecord(of, one)
    if (other !== undefined && of.chance.happens(0.12)) await (of.chance.happens(0.5) ? letOff : giveUp)(of, other)
  }
  await unpack(of)
  if (of.chance.happens(0.3)) await findOne(of)
  // Most hold or owe something, and are told so.
  for (let asking = 0; asking < 3; asking++) {
    const tired = somebody(of, month)
    if (tired !== undefined && of.chance.happens(0.1)) await askToBeForgotten(of, tired)
  }
  await noticeWhatStands(of)
}

const forward = async (system: System, to: Day): Promise<void> => {
  const moved = await system.clock.moveTo(to, () => undefined)()
  if (moved._tag === 'Left') throw new Error(JSON.stringify(moved.left))
}

const visitBy = async (of: Town, who: Townsman): Promise<void> => {
  const standing = await standingOf(of, who)
  if (standing !== undefined) await noticeWhatStands(of, await visitOf(of, who, standing))
}

/**
 * Lives a life of a small library, with all that may happen in it, on a system that has just opened. `between` is told
 * of each month that is over. The same seed is the same life, but for the ids.
 */
export const live = async (
  system: System,
  seed: number,
  { months, visits }: Span,
  between: (month: number, of: Town) => Promise<void> = () => Promise.resolve(),
): Promise<Town> => {
  const of = town(system, dice(seed))
  await buyCopies(of)
  const habits = (n: number) => ({ until: n % 5 === 0 ? 4 : months, keepsBooks: n % 17 === 3 })
  for (let n = 0; n < atFirst; n++) await registerOne(of, n, habits(n))
  for (let month = 0; month < months; month++) {
    for (let open = 0; open < 5; open++) {
      await openDay(of, month, visits)
      await forward(system, addDays(4 + of.chance.below(4))(system.library.desk.clock.today()))
    }
    // Newcomers register one by one, and go on to borrow: the hardest case for what order tells.
    if (month % 2 === 1 && month < 2 * comeLater)
      await visitBy(of, await registerOne(of, atFirst + month, { until: months, keepsBooks: false }))
    await between(month, of)
  }
  return of
}

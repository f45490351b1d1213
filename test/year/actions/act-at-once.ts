import type { TrueBorrower } from '../ground-truth/ground-truth'
import { makeSeededRandom } from '../../forensic/simulation/seeded-random'
import type { SimulatedYear } from '../simulated-year'

/** How many people are served at the same time. */
const servedAtOnce = 8

type Borrower = TrueBorrower['id']

/** What each borrower has to do, in the given order. */
const byBorrower = <A>(
  items: ReadonlyArray<A>,
  borrowerOf: (item: A) => Borrower | undefined,
): ReadonlyArray<ReadonlyArray<A>> => {
  const groups = new Map<unknown, A[]>()
  for (const item of items) {
    const key = borrowerOf(item) ?? item
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

/**
 * Several people are served at the same time, so that their commands share commits; what belongs to one borrower is done in
 * the given order. What happens by chance is drawn from the seed of each alone, so it does not depend on who is served first.
 */
export const actAtOnce = async <A>(
  year: SimulatedYear,
  items: ReadonlyArray<A>,
  borrowerOf: (item: A) => Borrower | undefined,
  act: (year: SimulatedYear, item: A) => Promise<void>,
): Promise<void> => {
  const waiting = byBorrower(items, borrowerOf)
    .map((group) => ({ group, random: makeSeededRandom(year.random.below(2 ** 31)) }))
    .values()
  const serve = async (): Promise<void> => {
    for (const { group, random } of waiting) for (const item of group) await act({ ...year, random }, item)
  }
  await Promise.all(Array.from({ length: servedAtOnce }, serve))
}

import type { TrueBorrower } from '../ground-truth/ground-truth'
import { makeSeededRandom } from '../../forensic/simulation/seeded-random'
import type { SimulatedYear } from '../simulated-year'

/** How many people are served at the same time. */
const servedConcurrently = 8

/**
 * Several people are served at the same time, so that their commands share commits; what belongs to one borrower is done in
 * the given order. What happens by chance is drawn from the seed of each alone, so it does not depend on who is served first.
 */
export const actConcurrently = async <A>(
  year: SimulatedYear,
  items: ReadonlyArray<A>,
  borrowerOf: (item: A) => TrueBorrower['id'] | undefined,
  act: (year: SimulatedYear, item: A) => Promise<void>,
): Promise<void> => {
  const groups = Map.groupBy<unknown, A>(items, (item) => borrowerOf(item) ?? item)
  const waiting = [...groups.values()]
    .map((group) => ({ group, random: makeSeededRandom(year.random.below(2 ** 31)) }))
    .values()
  const serve = async (): Promise<void> => {
    for (const { group, random } of waiting) for (const item of group) await act({ ...year, random }, item)
  }
  await Promise.all(Array.from({ length: servedConcurrently }, serve))
}

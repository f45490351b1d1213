import type { Truth } from '../life/truth'

/** Puts things together that are joined, however long the way from one to the other. */
export const joined = (pairs: ReadonlyArray<readonly [string, string]>): ((thing: string) => string) => {
  const above = new Map<string, string>()
  const top = (thing: string): string => {
    let at = thing
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    return at
  }
  for (const [one, other] of pairs) {
    const [a, b] = [top(one), top(other)]
    if (a !== b) above.set(a, b)
  }
  return top
}

/**
 * The records that a chain of visits ties to one that lives: what happens in one visit stands together in the log, and
 * a loan ties the visit in which it began to those of its renewals and its return. Drawn from the truth, so an
 * attacker who saw every visit's beginning and end could follow no more.
 */
export const tiedToLiving = (truth: Truth, living: ReadonlySet<string>): ReadonlySet<string> => {
  const pairs = [...truth.records].flatMap(([id, { visits }]) =>
    [...visits].map((visit) => [id, `visit ${String(visit)}`] as const),
  )
  const chain = joined(pairs)
  const alive = new Set([...living].map(chain))
  return new Set([...truth.records.keys()].filter((id) => alive.has(chain(id))))
}

import type { GroundTruth } from '../simulation/ground-truth'

/** Returns a function from a node to the root of its connected component (union-find). */
export const connectedComponents = (pairs: ReadonlyArray<readonly [string, string]>): ((node: string) => string) => {
  const parents = new Map<string, string>()
  const rootOf = (node: string): string => {
    let at = node
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next
    return at
  }
  for (const [one, other] of pairs) {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a !== b) parents.set(a, b)
  }
  return rootOf
}

/**
 * The records that a chain of visits connects to a living record. Events of one visit are together in the log, and a
 * loan connects the visit of its start to the visits of its renewals and its return. It uses the ground truth, so an
 * attacker who knows the start and end of every visit can follow no more connections.
 */
export const recordsConnectedToLiving = (
  groundTruth: GroundTruth,
  living: ReadonlySet<string>,
): ReadonlySet<string> => {
  const pairs = [...groundTruth.records].flatMap(([id, { visits }]) =>
    [...visits].map((visit) => [id, `visit ${String(visit)}`] as const),
  )
  const componentOf = connectedComponents(pairs)
  const livingComponents = new Set([...living].map(componentOf))
  return new Set([...groundTruth.records.keys()].filter((id) => livingComponents.has(componentOf(id))))
}

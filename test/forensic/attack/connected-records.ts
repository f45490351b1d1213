import type { GroundTruth } from '../simulation/ground-truth'

/** Returns a function from a node to the root of its connected component (union-find). */
export const connectedComponents = (pairs: ReadonlyArray<readonly [string, string]>): ((node: string) => string) => {
  const parents = new Map<string, string>()
  const rootOf = (node: string): string => {
    let root = node
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    // Shorter paths for the next time.
    for (let at = node; at !== root;) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const [one, other] of pairs) {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a !== b) parents.set(a, b)
  }
  return rootOf
}

/** Returns a function from a record to what all records have in common that a chain of visits connects with it. */
export const chainsOf = ({ records }: GroundTruth): ((record: string) => string) =>
  connectedComponents(
    [...records].flatMap(([id, { visits }]) => [...visits].map((visit) => [id, `visit ${String(visit)}`] as const)),
  )

/**
 * The records that a chain of visits connects to a living record. Events of one visit are together in the log, and a
 * loan connects the visit of its start to the visits of its renewals and its return. It uses the ground truth, so an
 * attacker who knows the start and end of every visit can follow no more connections.
 */
export const recordsConnectedToLiving = (
  groundTruth: GroundTruth,
  living: ReadonlySet<string>,
): ReadonlySet<string> => {
  const componentOf = chainsOf(groundTruth)
  const livingComponents = new Set([...living].map(componentOf))
  return new Set([...groundTruth.records.keys()].filter((id) => livingComponents.has(componentOf(id))))
}

/** The records that were made right after the registration of their borrower, before anybody else did anything. */
export const recordsOfFirstVisits = ({ records, madeInOrder }: GroundTruth): ReadonlySet<string> => {
  const first = new Set<string>()
  let registered: string | undefined
  for (const id of madeInOrder) {
    const record = records.get(id)
    if (record === undefined) registered = id
    else if (record.borrower === registered) first.add(id)
    else registered = undefined
  }
  return first
}

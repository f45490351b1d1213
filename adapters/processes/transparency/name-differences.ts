import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { LeafDifference } from '../../../retention/transparency/compare-leaves'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import type { LogFinding, PlaceInLog } from './log-verification'
import type { LeavesOfLog } from './read-leaves'

type Places = ReadonlyMap<number, PlaceInLog>

/** The leaf that a difference names: that of the event, or the one before the place of a missing one. */
const namedLeaf = (difference: LeafDifference): number =>
  difference.kind === 'missing' ? difference.found - 1 : difference.found

/** Reads the events of some leaves, page by page. */
const readPlaces = async (
  trees: Pick<TreesOfLogs, 'leaves'>,
  log: LogName,
  { pages, firstIndex }: LeavesOfLog,
  leaves: ReadonlyArray<number>,
): Promise<E.Either<StoreUnavailable, Places>> => {
  const places = new Map<number, PlaceInLog>()
  for (const { first, after } of pages.toReversed()) {
    const wanted = leaves.filter((leaf) => leaf >= first && !places.has(leaf))
    if (wanted.length === 0) continue
    const page = await trees.leaves({ log, after })()
    if (E.isLeft(page)) return page
    for (const leaf of wanted) {
      const place = page.right.places[leaf - first]
      if (place !== undefined) places.set(leaf, { index: firstIndex + leaf, ...place })
    }
  }
  return E.right(places)
}

const toFinding =
  (places: Places, firstIndex: number) =>
  (difference: LeafDifference): LogFinding => {
    const place = places.get(namedLeaf(difference)) ?? null
    if (difference.kind === 'missing')
      return { kind: 'missing', signedIndex: firstIndex + difference.signed, after: place }
    const event = place as PlaceInLog
    return difference.kind === 'added'
      ? { kind: 'added', event }
      : { kind: difference.kind, signedIndex: firstIndex + difference.signed, event }
  }

/** The differences as findings that name the events. */
export const nameDifferences = async (
  trees: Pick<TreesOfLogs, 'leaves'>,
  log: LogName,
  leaves: LeavesOfLog,
  differences: ReadonlyArray<LeafDifference>,
): Promise<E.Either<StoreUnavailable, ReadonlyArray<LogFinding>>> => {
  const places = await readPlaces(trees, log, leaves, differences.map(namedLeaf))
  return E.map((known: Places) => differences.map(toFinding(known, leaves.firstIndex)))(places)
}

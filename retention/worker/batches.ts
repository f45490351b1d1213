import type { LogName } from '../../domain/event/stream'
import type { RunId } from '../../domain/values/ids'
import { largestRun, type Batch } from '../erasing/run'
import type { Family } from './due-scopes'

type Reason = Batch['reason']

/** Only a request ends a borrower without waiting for a closing. */
const reasonOf = ({ head, clock }: Family): Reason =>
  head.class === 'borrower' && clock.due.by === 'at once' ? 'requested' : 'due'

const divided = (families: ReadonlyArray<Family>): ReadonlyArray<ReadonlyArray<Family>> => {
  const groups: Family[][] = []
  let room = 0
  for (const family of families) {
    const last = groups.at(-1)
    if (last !== undefined && family.members.length <= room) last.push(family)
    else {
      groups.push([family])
      room = largestRun
    }
    room -= family.members.length
  }
  return groups
}

const scopesOf = ({ clock, members }: Family): Batch['scopes'] =>
  members.map(({ scope, class: name }) => ({ scope, class: name, trigger: clock.trigger }))

/** Families as runs of at most 1,000 scopes each; what was requested stands apart from what fell due. */
export const batchesOf =
  (log: LogName, newRun: () => RunId) =>
  (families: ReadonlyArray<Family>): ReadonlyArray<Batch> =>
    (['due', 'requested'] as const).flatMap((reason) =>
      divided(families.filter((family) => reasonOf(family) === reason)).map((group) => ({
        run: newRun(),
        log,
        reason,
        scopes: group.flatMap(scopesOf),
      })),
    )

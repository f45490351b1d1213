import type { LogName } from '../../domain/event/stream'
import type { RunId } from '../../domain/values/ids'
import { maxScopesPerRun, type PlannedErasureRun } from '../erasing/erasure-run'
import type { ErasureGroup } from './due-erasure-groups'

type Reason = PlannedErasureRun['reason']

/** Only an erasure request ends a borrower without waiting for a closing. */
const reasonOf = ({ head, clock }: ErasureGroup): Reason =>
  head.class === 'borrower' && clock.due.by === 'at once' ? 'requested' : 'due'

const divideIntoRuns = (groups: ReadonlyArray<ErasureGroup>): ReadonlyArray<ReadonlyArray<ErasureGroup>> => {
  const runs: ErasureGroup[][] = []
  let capacityLeft = 0
  for (const group of groups) {
    const last = runs.at(-1)
    if (last !== undefined && group.members.length <= capacityLeft) last.push(group)
    else {
      runs.push([group])
      capacityLeft = maxScopesPerRun
    }
    capacityLeft -= group.members.length
  }
  return runs
}

const scopesOf = ({ clock, members }: ErasureGroup): PlannedErasureRun['scopes'] =>
  members.map(({ scope, class: name }) => ({ scope, class: name, trigger: clock.trigger }))

/** Divides groups into runs of at most 1,000 scopes. Requested erasures and those that fell due are in different runs. */
export const planErasureRuns =
  (log: LogName, newRunId: () => RunId) =>
  (groups: ReadonlyArray<ErasureGroup>): ReadonlyArray<PlannedErasureRun> =>
    (['due', 'requested'] as const).flatMap((reason) =>
      divideIntoRuns(groups.filter((group) => reasonOf(group) === reason)).map((run) => ({
        run: newRunId(),
        log,
        reason,
        scopes: run.flatMap(scopesOf),
      })),
    )

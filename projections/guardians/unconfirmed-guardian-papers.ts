import type { Month } from '../../domain/values/month'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { guardianPapersTable, unconfirmedGuardianPapersTable } from './guardian-tables'

/** Papers of guardianships that ended in a month and are forgotten, which nobody confirmed as destroyed: how many. */
export interface UnconfirmedPapers {
  readonly endedIn: Month
  readonly papers: number
}

/** The months of which papers are unconfirmed, the earliest first. */
export const unconfirmedGuardianPapers = (rows: ReadModelRows): ReadonlyArray<UnconfirmedPapers> =>
  rows
    .find(unconfirmedGuardianPapersTable, { orderBy: ['endedIn'] })
    .map(({ endedIn, papers, destroyed }) => ({ endedIn, papers: papers - destroyed }))
    .filter(({ papers }) => papers > 0)

/** How many papers of guardianships that ended in a month are on the list of papers to destroy. */
export const countGuardianPapersEndedIn =
  (endedIn: Month) =>
  (rows: ReadModelRows): number =>
    rows.count(guardianPapersTable, { where: { endedIn } })

import type { KindOfData, TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { dataFromStaff } from '../../../../retention/promises/data-from-staff'
import { dataOfBorrower } from '../../../../retention/promises/data-of-borrower'
import { dataOfGuardian } from '../../../../retention/promises/data-of-guardian'
import { dataOfReachingBorrower } from '../../../../retention/promises/data-of-reaching-borrower'
import { dataOfUse } from '../../../../retention/promises/data-of-use'
import type { DataOfKind } from '../personal-data/personal-data'
import { borrowerDataTexts as texts } from './borrower-data-texts'

/** Kinds of data of which something is held, under one heading. */
export interface GroupOfKinds {
  readonly id: string
  readonly heading: TextInBothLanguages
  readonly rows: ReadonlyArray<DataOfKind>
}

interface Grouping {
  readonly id: string
  readonly heading: TextInBothLanguages
  readonly kinds: Readonly<Record<string, KindOfData>>
}

/** In the order of the page: what changes most comes first. Who has looked has a section of its own. */
const groupings: ReadonlyArray<Grouping> = [
  { id: 'use', heading: texts.use, kinds: dataOfUse },
  { id: 'reaching', heading: texts.reaching, kinds: dataOfReachingBorrower },
  { id: 'identity', heading: texts.identity, kinds: dataOfBorrower },
  { id: 'guardian-group', heading: texts.guardian, kinds: dataOfGuardian },
  { id: 'from-staff', heading: texts.fromStaff, kinds: dataFromStaff },
]

/** The kinds of which something is held, in groups. A group without any is left out. */
export const groupsOfHeldKinds = (rows: ReadonlyArray<DataOfKind>): ReadonlyArray<GroupOfKinds> =>
  groupings
    .map(({ id, heading, kinds }) => ({
      ...{ id, heading },
      rows: rows.filter(({ kind, status }) => status === 'held' && kind in kinds),
    }))
    .filter(({ rows: held }) => held.length > 0)

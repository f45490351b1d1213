import type { ScopeClass } from '../../domain/event/scope-class'
import { dataFromStaff } from './data-from-staff'
import { dataOfAccesses } from './data-of-accesses'
import { dataOfBorrower } from './data-of-borrower'
import { dataOfGuardian } from './data-of-guardian'
import { dataOfReachingBorrower } from './data-of-reaching-borrower'
import { dataOfUse } from './data-of-use'
import { dataOfSurveillance } from './data-of-surveillance'
import { dataOfWebsite } from './data-of-website'
import type { KindOfData, PersonalFields } from './kind-of-data'

/** The promises table: every kind of data that the library holds on a borrower. */
export const kindsOfData = {
  ...dataOfBorrower,
  ...dataOfReachingBorrower,
  ...dataOfGuardian,
  ...dataFromStaff,
  ...dataOfUse,
  ...dataOfAccesses,
  ...dataOfSurveillance,
  ...dataOfWebsite,
}

export type KindOfDataName = keyof typeof kindsOfData

/** The rows of the table, in its order. */
export const listKindsOfData = (): ReadonlyArray<readonly [KindOfDataName, KindOfData]> =>
  Object.entries<KindOfData>(kindsOfData).map(([name, kind]) => [name as KindOfDataName, kind])

const holdsMember =
  (name: ScopeClass, member: string) =>
  ({ class: ofClass, members }: PersonalFields): boolean =>
    ofClass === name && members.includes(member)

/** The kinds of data whose rows name a personal field: exactly one, if the table is whole. */
export const kindsOfField = (name: ScopeClass, member: string): ReadonlyArray<KindOfDataName> =>
  listKindsOfData().flatMap(([kind, { fields }]) => (fields.some(holdsMember(name, member)) ? [kind] : []))

/**
 * The kind of data of a value that an answer shows, by the class of its scope and its name there. Contact details are shown
 * without the member that groups them. Undefined when it is in no row.
 */
export const kindOfShownValue = (name: ScopeClass, member: string): KindOfData | undefined => {
  const shownAs = Object.values<KindOfData>(kindsOfData).find(
    (row) => row.shownAs !== undefined && holdsMember(name, member)(row.shownAs),
  )
  if (shownAs !== undefined) return shownAs
  const [kind] = [...kindsOfField(name, member), ...kindsOfField(name, `details.${member}`)]
  return kind === undefined
    ? Object.values<KindOfData>(kindsOfData).find(({ derivedFrom }) => derivedFrom?.includes(name))
    : kindsOfData[kind]
}

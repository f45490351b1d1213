import type { ItemToCount } from '../../../domain/calendar/statistics/item-to-count'
import { ageClassOn } from '../../../domain/policy/age-rules'
import { MaterialGroup } from '../../../domain/policy/material-group'
import { lastDayOfMonth, type Month } from '../../../domain/values/month'
import type { BorrowerRecord } from '../../borrowers/borrower-record-queries'

type Values = ItemToCount['values']

/** The month that is counted, and the age from which its borrowers are adults. */
export interface MonthToCount {
  readonly month: Month
  /** In years. */
  readonly adultAge: number
}

/** The municipality, when it is known. */
export const valueOfMunicipality = ({ municipality }: Pick<BorrowerRecord, 'municipality'>): Values =>
  municipality === null ? {} : { municipality }

/** What is known of a borrower on the last day of the month; nothing of one who is erased. */
export const valuesOfBorrower =
  ({ month, adultAge }: MonthToCount) =>
  (row: Pick<BorrowerRecord, 'birthDate' | 'group' | 'municipality'> | undefined): Values => {
    if (row === undefined) return {}
    const ageClass = ageClassOn(adultAge)(row.birthDate)(lastDayOfMonth(month))
    return { borrowerGroup: row.group, ageClass, ...valueOfMunicipality(row) }
  }

/** The material group of a copy, when the library knows the copy. */
export const valueOfMaterialGroup = (copy: { readonly group: MaterialGroup } | undefined): Values =>
  copy === undefined ? {} : { materialGroup: copy.group }

const materialGroups = Object.keys(MaterialGroup.keys) as ReadonlyArray<MaterialGroup>

/** The material group that most of a list have, and the first of these when several have as many; undefined of none. */
export const mostFrequentGroup = (groups: ReadonlyArray<MaterialGroup>): MaterialGroup | undefined => {
  if (groups.length === 0) return undefined
  const amounts = materialGroups.map((group) => groups.filter((one) => one === group).length)
  return materialGroups[amounts.indexOf(Math.max(...amounts))]
}

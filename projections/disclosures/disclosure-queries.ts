import type { ReadModelRows } from '../read-model/read-model-rows'
import { disclosuresTable, type DisclosureRow } from './disclosures-table'

/** The disclosures that are not erased, the earliest month first. */
export const disclosures = (rows: ReadModelRows): ReadonlyArray<DisclosureRow> =>
  rows.find(disclosuresTable, { orderBy: ['madeIn', 'disclosure'] })

/** The disclosures of one case, the earliest month first. */
export const disclosuresOfCase =
  (caseNumber: string) =>
  (rows: ReadModelRows): ReadonlyArray<DisclosureRow> =>
    rows.find(disclosuresTable, { where: { caseNumber }, orderBy: ['madeIn', 'disclosure'] })

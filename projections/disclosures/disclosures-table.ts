import type { DisclosureId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  defineTable,
  openTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** Disclosures of personal data, of the last five years. They name no borrower. */
export const disclosuresTable = defineTable(
  'disclosures',
  {
    disclosure: purgedWithColumn<DisclosureId>('disclosure'),
    madeIn: openTextColumn<Month>(),
    recipient: personalTextColumn(),
    basis: personalTextColumn(),
    caseNumber: personalTextColumn(),
  },
  ['disclosure'],
)
export type DisclosureRow = TableRow<typeof disclosuresTable>

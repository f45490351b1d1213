import type { JSX } from 'preact'
import type { Month } from '../../../../domain/values/month'
import { formatMonth } from '../formatting/format-times'
import { useFrame, useText } from '../layout/page-frame'
import type { DataOfKind } from '../personal-data/personal-data'
import { DataTable, type TableColumn } from '../tables/data-table'
import { borrowerDataTexts as texts } from './borrower-data-texts'

interface Disclosure {
  readonly month: Month
  readonly recipient: string
  readonly basis: string
}

interface HeldFees {
  readonly fees: ReadonlyArray<{ readonly disclosures?: ReadonlyArray<Disclosure> }>
}

const isHeldFees = (data: object | null): data is HeldFees => data !== null && 'fees' in data

/** What of the borrower's data the library passed on, by the debts that it was about. */
const disclosuresIn = (rows: ReadonlyArray<DataOfKind>): ReadonlyArray<Disclosure> =>
  rows.flatMap(({ data }) => (isHeldFees(data) ? data.fees.flatMap(({ disclosures = [] }) => disclosures) : []))

const InMonth = ({ month }: Pick<Disclosure, 'month'>): JSX.Element => <>{formatMonth(useFrame().language, month)}</>

const columns: ReadonlyArray<TableColumn<Disclosure>> = [
  { heading: texts.looked, cell: ({ month }) => <InMonth month={month} /> },
  { heading: texts.recipient, cell: ({ recipient }) => recipient },
  { heading: texts.reason, cell: ({ basis }) => basis },
]

/** To whom the library has passed data of the borrower on, why, and on which basis. */
export const DataDisclosures = ({ rows }: { readonly rows: ReadonlyArray<DataOfKind> }): JSX.Element => {
  const text = useText()
  return (
    <>
      <DataTable
        caption={texts.disclosures}
        columns={columns}
        rows={disclosuresIn(rows)}
        empty={texts.nothingDisclosed}
      />
      <p>{text(texts.disclosuresText)}</p>
    </>
  )
}

import type { ComponentChildren, JSX } from 'preact'
import { Text, useFrame } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import type { ReportCell, ReportCellKind, ReportTable } from './report-document'
import { cellText, reportLanguage } from './report-language'
import { reportTexts } from './report-texts'

/** The text is in the language of the report already. */
const both = (text: string) => ({ da: text, en: text })

interface CellProps {
  readonly kind: ReportCellKind
  readonly value: ReportCell
}

/** A value of a report: a code as code, everything else in words. */
export const CellView = ({ kind, value }: CellProps): JSX.Element => {
  const { language } = useFrame()
  const text = cellText(reportLanguage(language))(kind, value)
  return kind === 'code' && value !== null ? <code>{text}</code> : <>{text}</>
}

type Row = ReadonlyArray<ReportCell>

const columnsOf = ({ columns }: Pick<ReportTable, 'columns'>): ReadonlyArray<TableColumn<Row>> =>
  columns.map(({ heading, kind }, n) => ({
    heading: both(heading),
    cell: (row): ComponentChildren => <CellView kind={kind} value={row[n] ?? null} />,
  }))

/** At most so many rows are shown at once; a longer table opens on demand. */
const openedRows = 15

interface ReportTableProps {
  readonly table: ReportTable
  /** Whether it is open at first; by default when it is short. */
  readonly isOpen?: boolean
}

/** A table of a report, which is named, and opens and closes. */
export const ReportTableView = ({ table, isOpen = table.rows.length <= openedRows }: ReportTableProps): JSX.Element => (
  <details class="report-table" open={isOpen}>
    <summary>
      {table.caption}
      {isOpen ? null : (
        <>
          {' '}
          ({table.rows.length} <Text of={reportTexts.rows} />)
        </>
      )}
    </summary>
    <DataTable
      {...{ caption: both(table.caption), columns: columnsOf(table), rows: table.rows }}
      empty={both(table.empty)}
    />
  </details>
)

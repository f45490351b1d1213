import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useText } from '../layout/page-frame'

/** A column: its heading, and what a row shows in it. */
export interface TableColumn<A> {
  readonly heading: TextInBothLanguages
  readonly cell: (row: A) => ComponentChildren
}

interface DataTableProps<A> {
  readonly caption: TextInBothLanguages
  readonly columns: ReadonlyArray<TableColumn<A>>
  readonly rows: ReadonlyArray<A>
  /** What is said when there is no row. */
  readonly empty: TextInBothLanguages
}

/**
 * A table. Narrow screens show each row as a list, with the headings beside its values; others scroll a wide table, by
 * keyboard too. The first column names the row.
 */
export const DataTable = <A,>({ caption, columns, rows, empty }: DataTableProps<A>): JSX.Element => {
  const text = useText()
  if (rows.length === 0) return <p>{text(empty)}</p>
  return (
    <div class="table-scroll" role="region" aria-label={text(caption)} tabIndex={0}>
      <table class="table table--responsive-headers d-print-table">
        <caption class="sr-only">{text(caption)}</caption>
        <thead>
          <tr>
            {columns.map(({ heading }) => (
              <th scope="col">{text(heading)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ heading, cell }, n) =>
                n === 0 ? <th scope="row">{cell(row)}</th> : <td data-title={text(heading)}>{cell(row)}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

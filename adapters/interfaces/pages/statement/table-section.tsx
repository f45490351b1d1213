import type { ComponentChildren, JSX } from 'preact'

/** The heading of a column; `isNumber` when its cells are numbers. */
export interface TableColumn {
  readonly heading: string
  readonly isNumber?: boolean
}

interface TableSectionProps {
  /** The id of the heading in the page. */
  readonly id: string
  readonly heading: string
  readonly columns: ReadonlyArray<TableColumn>
  /** The rows; the first cell of each is its heading. */
  readonly rows: ReadonlyArray<ReadonlyArray<ComponentChildren>>
  /** The last line of the table. */
  readonly sum?: { readonly label: string; readonly amount: JSX.Element }
}

const classOf = (column: TableColumn | undefined): string => (column?.isNumber === true ? 'number' : 'text')

const SumLine = ({ label, amount, span }: { label: string; amount: JSX.Element; span: number }): JSX.Element => (
  <tfoot>
    <tr>
      <th scope="row" colSpan={span}>
        {label}
      </th>
      <td class="number">{amount}</td>
    </tr>
  </tfoot>
)

/** A section with a table, in which each column and each row has a heading, for readers who hear it. */
export const TableSection = ({ id, heading, columns, rows, sum }: TableSectionProps): JSX.Element => (
  <section aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    <table class="table" aria-labelledby={id}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={classOf(column)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others]) => (
          <tr>
            <th scope="row">{first}</th>
            {others.map((cell, index) => (
              <td class={classOf(columns[index + 1])}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {sum === undefined ? null : <SumLine {...sum} span={columns.length - 1} />}
    </table>
  </section>
)

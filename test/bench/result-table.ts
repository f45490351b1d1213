/** One line of the results, for the table and for JSON. */
export interface ResultLine {
  readonly name: string
  /** The target, as text. */
  readonly bar: string
  /** A rate per second, or ms when the bar is a time. */
  readonly measured: number
  /** The figure of the bare library in the same run, if there is one. */
  readonly bare: number | null
  readonly ratio: number | null
  /** Further figures of the same measurement. */
  readonly note: string
  /** Whether the bar is reached; undefined without a bar. */
  readonly ok?: boolean
}

const formatValue = (value: number | null): string => (value === null ? '' : value.toFixed(value < 100 ? 1 : 0))

const cells = ({ name, bar, measured, bare, ratio, note, ok }: ResultLine): ReadonlyArray<string> => [
  name,
  bar,
  formatValue(measured),
  formatValue(bare),
  ratio === null ? '' : ratio.toFixed(2),
  ok === undefined ? '' : ok ? 'ok' : 'NOT',
  note,
]

const head = ['work', 'bar', 'measured', 'bare', 'ratio', 'reached', '']

/** Formats the lines as a table with aligned columns. */
export const resultTable = (lines: ReadonlyArray<ResultLine>): string => {
  const all = [head, ...lines.map(cells)]
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One line of what is told: numbers for machines, and words for people. */
export interface Line {
  readonly name: string
  /** What is asked, in words. */
  readonly bar: string
  /** Per second, or ms where the bar is a time. */
  readonly measured: number
  /** The same work without Glemsom in the same run, where there is such a thing. */
  readonly bare: number | null
  readonly ratio: number | null
  /** What else was measured along with it. */
  readonly note: string
  /** Undefined where the line is told for its own sake. */
  readonly ok?: boolean
}

const whole = (value: number | null): string => (value === null ? '' : value.toFixed(value < 100 ? 1 : 0))

const cells = ({ name, bar, measured, bare, ratio, note, ok }: Line): ReadonlyArray<string> => [
  name,
  bar,
  whole(measured),
  whole(bare),
  ratio === null ? '' : ratio.toFixed(2),
  ok === undefined ? '' : ok ? 'ok' : 'NOT',
  note,
]

const head = ['work', 'bar', 'measured', 'bare', 'ratio', 'reached', '']

/** The lines as a table with columns of even width. */
export const table = (lines: ReadonlyArray<Line>): string => {
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

/** Names and values side by side, the values under one another. */
export const inColumns = (lines: ReadonlyArray<readonly [string, string | number]>): ReadonlyArray<string> => {
  const width = Math.max(0, ...lines.map(([name]) => name.length))
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${String(value)}`)
}

/** Breaks a text into lines of at most so many characters, at spaces where there are any. */
export const wrapped =
  (width: number) =>
  (text: string): ReadonlyArray<string> => {
    const lines: string[] = []
    let rest = text
    while (rest.length > width) {
      const space = rest.lastIndexOf(' ', width)
      const end = space > width / 2 ? space : width
      lines.push(rest.slice(0, end))
      rest = rest.slice(space > width / 2 ? end + 1 : end)
    }
    return [...lines, rest]
  }

/** Columns of text side by side, each so many characters wide. */
export const sideBySide =
  (width: number, between: string) =>
  (columns: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
    const height = Math.max(0, ...columns.map(({ length }) => length))
    return Array.from({ length: height }, (_, row) =>
      columns
        .map((column) => (column[row] ?? '').padEnd(width))
        .join(between)
        .trimEnd(),
    )
  }

/** Aligns values in a column after their names. */
export const alignValues = (lines: ReadonlyArray<readonly [string, string | number]>): ReadonlyArray<string> => {
  const width = Math.max(0, ...lines.map(([name]) => name.length))
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${String(value)}`)
}

/** Breaks a text into lines of at most `width` characters, at spaces where possible. */
export const breakTextIntoLines =
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

/** Joins columns of text, each `width` characters wide. */
export const joinTerminalTextColumns =
  (width: number, separator: string) =>
  (columns: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
    const height = Math.max(0, ...columns.map(({ length }) => length))
    return Array.from({ length: height }, (_, row) =>
      columns
        .map((column) => (column[row] ?? '').padEnd(width))
        .join(separator)
        .trimEnd(),
    )
  }

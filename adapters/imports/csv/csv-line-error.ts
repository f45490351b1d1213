/** Why a line makes a whole file unreadable: what stands on it, or after it, can be read in more than one way. */
export const lineErrorTexts = {
  encoding: 'the file is UTF-16 or UTF-32. Save it as UTF-8',
  utf8: 'is not UTF-8. Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8',
  nul: 'has a NUL byte. Text files have none',
  carriageReturn: 'has a carriage return in the middle. Lines must end with LF or CRLF',
  quoteNotClosed: 'opens a quotation mark that is not closed at the end of its cell',
  tooLong: 'is longer than a line may be',
  headings: 'must be the headings, each on this one line',
  misread: 'was read differently by two readers',
} as const
export type LineErrorKind = keyof typeof lineErrorTexts

/** A line, counted from 1, and what is wrong with it. */
interface LineError {
  readonly line: number
  readonly error: LineErrorKind
}

/** The errors of a file. The first ones are listed; memory must not grow with a file that has no good line. */
export interface LineErrorList {
  readonly listed: ReadonlyArray<LineError>
  /** How many more there are. */
  readonly more: number
}

const mostListed = 20

/** Collects errors. */
export const createLineErrorCollector = () => {
  const listed: LineError[] = []
  let count = 0
  return {
    add: (error: LineErrorKind, line: number): void => {
      count += 1
      if (listed.length < mostListed) listed.push({ line, error })
    },
    read: (): LineErrorList => ({ listed, more: count - listed.length }),
  }
}
export type LineErrorCollector = ReturnType<typeof createLineErrorCollector>

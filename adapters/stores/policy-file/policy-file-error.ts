/** An error in a policy file. */
export interface PolicyFileError {
  /** A JSON pointer (RFC 6901) to the place; empty for the whole file. */
  readonly pointer: string
  /** What is wrong, and what would be right. */
  readonly text: string
}

/** A step of a JSON pointer. */
export const jsonPointerStep = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** The pointer that these steps make. */
export const toJsonPointer = (...steps: ReadonlyArray<string | number>): string => steps.map(jsonPointerStep).join('')

/** The code of an error of `node:fs`, such as ENOENT; undefined when it has none. */
export const errorCodeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/**
 * The exit codes of the command line:
 *
 * | code | meaning |
 * |---|---|
 * | 0 | done |
 * | 1 | refused or failed |
 * | 2 | wrong usage: the command, an option or a file is invalid; nothing was done |
 * | 3 | unavailable: a store, the keys or the serving process cannot be reached |
 * | 4 | the data folder is in use by another process, which does not take commands |
 */
export const exitCode = { done: 0, refused: 1, usage: 2, unavailable: 3, inUse: 4 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

const all: ReadonlyArray<number> = Object.values(exitCode)
export const isExitCode = (code: unknown): code is ExitCode => typeof code === 'number' && all.includes(code)

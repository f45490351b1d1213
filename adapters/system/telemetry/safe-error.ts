/** An error as a log may bear it: its name and where it arose. The message stays out, for it may quote what was sent. */
export interface SafeError {
  readonly name: string
  readonly frames: ReadonlyArray<string>
}

const frame = /^\s*at /

export const safeError = (error: unknown): SafeError =>
  error instanceof Error
    ? {
        name: error.name,
        frames: (error.stack ?? '')
          .split('\n')
          .filter((line) => frame.test(line))
          .slice(0, 8)
          .map((line) => line.trim()),
      }
    : { name: typeof error, frames: [] }

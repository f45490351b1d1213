/** The parts of an error that may be logged: its name and its stack frames. Not its message, which may quote personal data. */
interface LoggableError {
  readonly name: string
  readonly frames: ReadonlyArray<string>
}

const frame = /^\s*at /

export const toLoggableError = (error: unknown): LoggableError =>
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

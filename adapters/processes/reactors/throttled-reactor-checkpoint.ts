import type { Position } from '../../../domain/ports/event-store'

/** A checkpoint that moves in memory and is written once a second. */
interface ThrottledCheckpoint {
  readonly moveTo: (position: Position) => void
  /** Writes the current position, and writes nothing after that. A failure is ignored. */
  readonly close: () => Promise<void>
}

/**
 * Ms between writes. Each write waits for the disk. After a crash the reactor repeats the events since the last write,
 * which is harmless.
 */
const writeInterval = 1000

/**
 * Throttles the writes of a checkpoint, because each write blocks the process until the disk answers. A failed write is
 * repeated. The last write on closing is not: it fails when another process has taken over from an earlier position.
 */
export const throttleReactorCheckpoint = (write: (position: Position) => Promise<void>): ThrottledCheckpoint => {
  let unwritten: Position | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const position = unwritten
    if (position === undefined) return
    await write(position)
    if (unwritten === position) unwritten = undefined
  }
  const scheduleWrite = (): void => {
    if (isClosed) return
    timer ??= setTimeout(() => {
      flush().catch(scheduleWrite)
    }, writeInterval).unref()
  }
  return {
    moveTo: (position) => {
      unwritten = position
      scheduleWrite()
    },
    close: () => {
      isClosed = true
      return flush().catch(() => undefined)
    },
  }
}

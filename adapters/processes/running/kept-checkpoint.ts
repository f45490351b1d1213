import type { Position } from '../../../domain/ports/event-store'

/** A checkpoint that moves in memory and is kept now and then. */
export interface KeptCheckpoint {
  readonly move: (position: Position) => void
  /** Keeps it where it stands now, if that can be, and no more after that. */
  readonly close: () => Promise<void>
}

/**
 * Ms between writes of a checkpoint, each of which waits for the disk: after a crash, what came since is done again,
 * which does no harm.
 */
const betweenWrites = 1000

/**
 * Each write waits for the disk, and so does everybody else meanwhile: so a checkpoint is not written with every page.
 * A write that fails is tried again, but not the last: it fails where another process has taken over, which goes on
 * from an earlier place.
 */
export const keptCheckpoint = (write: (position: Position) => Promise<void>): KeptCheckpoint => {
  let moved: Position | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const position = moved
    if (position === undefined) return
    await write(position)
    if (moved === position) moved = undefined
  }
  const later = (): void => {
    if (closed) return
    timer ??= setTimeout(() => {
      flush().catch(later)
    }, betweenWrites).unref()
  }
  return {
    move: (position) => {
      moved = position
      later()
    },
    close: () => {
      closed = true
      return flush().catch(() => undefined)
    },
  }
}

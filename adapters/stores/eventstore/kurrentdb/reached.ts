import type { Position } from '../../../../domain/ports/event-store'

/** How far this process knows the log to reach, by all that it has been answered. */
export interface Reached {
  readonly last: () => Position
  readonly see: (position: Position | undefined) => void
}

/**
 * A log as far as it has been seen. The server answers an append and its repeat alike, so that only this tells them
 * apart: what stands no further than the log was known to reach before the append was sent is a repeat. Two
 * processes that append the same events within the same moment may both be told that they were the first.
 */
export const reachedFrom = (start: Position | undefined): Reached => {
  let last = start ?? ('' as Position)
  return {
    last: () => last,
    see: (position) => {
      if (position !== undefined && position > last) last = position
    },
  }
}

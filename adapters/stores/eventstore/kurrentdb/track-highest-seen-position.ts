import type { Position } from '../../../../domain/ports/event-store'

/** The highest position that any answer of the server has shown to this process. */
export interface HighestSeenPosition {
  readonly current: () => Position
  readonly record: (position: Position | undefined) => void
}

/**
 * Tells a repeated append from a new one, which the server answers alike: an append is a repeat when its position is not
 * higher than the highest position seen before it was sent. When two processes append the same events at the same
 * moment, both may get the answer that they were the first.
 */
export const trackHighestSeenPosition = (start: Position | undefined): HighestSeenPosition => {
  let current = start ?? ('' as Position)
  return {
    current: () => current,
    record: (position) => {
      if (position !== undefined && position > current) current = position
    },
  }
}

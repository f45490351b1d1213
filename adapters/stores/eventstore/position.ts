import type { Position } from '../../../domain/ports/event-store'

/** How many digits a position has, leading zeros included. */
export const digits = 12
const zeros = '0'.repeat(digits)
const form = /^[0-9]{12}$/

/** Positions count from 1; written with leading zeros they are ordered as strings are. */
export const positionOf = (place: number): Position => (zeros + String(place)).slice(-digits) as Position

/** The place a position stands for, 0 for the log's beginning. Throws a RangeError for what no log has given out. */
export const placeOf = (position: Position | undefined): number => {
  if (position === undefined) return 0
  if (!form.test(position)) throw new RangeError('not a position of this log')
  return Number(position)
}

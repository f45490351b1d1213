import type { Position } from '../../../domain/ports/event-store'

/** Digits of a position, leading zeros included. */
export const positionDigits = 12
const zeros = '0'.repeat(positionDigits)
const positionPattern = /^[0-9]{12}$/

/** The position of the n-th event of a log (from 1). Leading zeros give strings the order of the numbers. */
export const positionOfSequence = (sequence: number): Position =>
  (zeros + String(sequence)).slice(-positionDigits) as Position

/** The sequence number of a position; 0 for undefined, the beginning of the log. Throws a RangeError for another form. */
export const sequenceOfPosition = (position: Position | undefined): number => {
  if (position === undefined) return 0
  if (!positionPattern.test(position)) throw new RangeError('not a position of this log')
  return Number(position)
}

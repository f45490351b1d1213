import type { Position } from '../../../domain/ports/event-store'

/** Digits of a position, leading zeros included. */
export const positionDigits = 12
/** The last sequence number: more digits than these have no position. */
export const greatestSequenceNumber = 10 ** positionDigits - 1
const zeros = '0'.repeat(positionDigits)
const positionPattern = /^[0-9]{12}$/

/** Whether a number is one that an append gives to an event. */
export const isSequenceNumber = (sequence: number): boolean =>
  Number.isInteger(sequence) && sequence >= 1 && sequence <= greatestSequenceNumber

/** The position of an event that has none, because its sequence number is out of range. */
export const placeholderPositionOutOfRange = '' as Position

/** The position of the n-th event of a log (from 1). Leading zeros give strings the order of the numbers. */
export const positionOfSequence = (sequence: number): Position =>
  (zeros + String(sequence)).slice(-positionDigits) as Position

/** The sequence number of a position; 0 for undefined, the beginning of the log. Throws a RangeError for another form. */
export const sequenceOfPosition = (position: Position | undefined): number => {
  if (position === undefined) return 0
  if (!positionPattern.test(position)) throw new RangeError('not a position of this log')
  return Number(position)
}

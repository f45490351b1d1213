import type { Position } from '../../../../domain/ports/event-store'

/** The most digits of the server's counter. */
const positionDigits = 20
const positionPattern = /^[0-9]{20}$/

/**
 * The position of an event: the byte offset of its record in the server's log. It has gaps, which tell the sizes of
 * records and nothing else. Leading zeros give strings the order of the numbers.
 *
 * The server has a commit and a prepare position. They differ only in transactions of its old protocol, which this
 * adapter does not use, so one number is enough.
 */
export const positionOfCommit = (commit: string): Position => commit.padStart(positionDigits, '0') as Position

/** The server's number of a position. Throws a RangeError for a position of another form. */
export const commitOfPosition = (position: Position): string => {
  if (!positionPattern.test(position)) throw new RangeError('not a position of this log')
  return position.replace(/^0+(?=.)/, '')
}

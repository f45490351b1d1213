import type { Position } from '../../../../domain/ports/event-store'

/** As many digits as the server's counter can have. */
const digits = 20
const form = /^[0-9]{20}$/

/**
 * Where an event's record begins in the server's log, in bytes: a number with gaps, which says how large records are
 * and nothing else. With leading zeros it is ordered as strings are.
 *
 * The server speaks of a commit and a prepare position. They differ only in transactions of its old protocol, in
 * which nothing here is written, so that one number stands for both.
 */
export const positionOf = (commit: string): Position => commit.padStart(digits, '0') as Position

/** The server's own number. Throws a RangeError for what no log on a cluster has given out. */
export const commitOf = (position: Position): string => {
  if (!form.test(position)) throw new RangeError('not a position of this log')
  return position.replace(/^0+(?=.)/, '')
}

import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { ServerLogOpeningId } from '../values/ids'
import type { Month } from '../values/month'
import { ServerLogOpened } from './events/server-log-opened'

/** Records that an administrator opened the server log of a day. */
export interface RecordServerLogOpening {
  readonly type: 'RecordServerLogOpening'
  readonly serverLogOpening: ServerLogOpeningId
  readonly openedIn: Month
  readonly day: Day
  readonly openedBy: string
  readonly reason: string
}

export interface ServerLogOpeningState {
  readonly _tag: 'Unrecorded' | 'Recorded'
}

/** Never refused: a repeat changes nothing. */
export const decideRecordServerLogOpening =
  ({ serverLogOpening, openedIn, day, openedBy, reason }: RecordServerLogOpening) =>
  ({ _tag }: ServerLogOpeningState): Either<never, ReadonlyArray<ServerLogOpened>> =>
    E.right(
      _tag === 'Recorded'
        ? []
        : [ServerLogOpened({ serverLogOpening, openedIn, day }, { serverLogOpening: { openedBy, reason } })],
    )

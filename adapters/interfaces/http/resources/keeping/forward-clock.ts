import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addDays, Day } from '../../../../../domain/values/day'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'

/** Each day is closed before the answer is sent: a slip of the pen in the year must not keep the library busy for hours. */
const mostDays = 366

const tooFar: Failure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer: '/to',
      must: {
        da: `skal være højst ${String(mostDays)} dage efter i dag`,
        en: `must be at most ${String(mostDays)} days after today`,
      },
    },
  ],
}

export const forwardClock = command({
  method: 'post',
  path: '/clock/forward',
  name: 'forwardClock',
  about:
    'Move a simulated clock on: each day passed is closed, and what falls due with it is forgotten; at most 366 days at a time',
  area: 'Keeping',
  roles: ['administrator'],
  body: shape('ClockForward', { to: Day }),
  answer: shape('ClockForwarded', { today: Day, closed: count }),
  handle: ({ body: { to }, system: { clock, library } }) => {
    const isTooFar = clock.kind === 'simulated' && to > addDays(mostDays)(library.desk.clock.today())
    if (isTooFar) return TE.left(tooFar)
    const closed: Day[] = []
    return pipe(
      clock.moveTo(to, (day) => void closed.push(day)),
      TE.mapLeft((failure): Failure => failure),
      TE.map(() => answered({ today: library.desk.clock.today(), closed: closed.length })),
    )
  },
})

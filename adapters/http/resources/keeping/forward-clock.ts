import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../domain/language/day'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'

export const forwardClock = command({
  method: 'post',
  path: '/clock/forward',
  name: 'forwardClock',
  about: 'Move a simulated clock on: each day passed is closed, and what falls due with it is forgotten',
  area: 'Keeping',
  roles: ['administrator'],
  body: shape('ClockForward', { to: Day }),
  answer: shape('ClockForwarded', { today: Day, closed: count }),
  handle: ({ body: { to }, system: { clock, library } }) => {
    const closed: Day[] = []
    return pipe(
      clock.moveTo(to, (day) => void closed.push(day)),
      TE.mapLeft((failure): Failure => failure),
      TE.map(() => answered({ today: library.desk.clock.today(), closed: closed.length })),
    )
  },
})

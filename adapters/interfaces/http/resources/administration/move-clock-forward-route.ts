import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addDays, Day } from '../../../../../domain/values/day'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'

/**
 * Each day is closed before the answer is sent, so a typing error in the year would keep the library busy for hours.
 */
const maxDays = 366

const tooManyDays: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer: '/to',
      text: {
        da: `skal være højst ${String(maxDays)} dage efter i dag`,
        en: `must be at most ${String(maxDays)} days after today`,
      },
    },
  ],
}

export const moveClockForwardRoute = defineCommandRoute({
  method: 'post',
  path: '/clock/forward',
  name: 'moveClockForward',
  summary:
    'Move a simulated clock forward: each day that passes is closed, and what is due is erased; at most 366 days at a time',
  tag: 'Administration',
  roles: ['administrator'],
  body: objectCodec('ClockForward', { to: Day }),
  answer: objectCodec('ClockForwarded', { today: Day, closedDays: CountCodec }),
  handle: ({ body: { to }, library: { clock, useCaseDependencies } }) => {
    const isTooFar =
      clock.kind === 'simulated' && to > addDays(maxDays)(useCaseDependencies.commandHandling.clock.today())
    if (isTooFar) return TE.left(tooManyDays)
    const closedDays: Day[] = []
    return pipe(
      clock.moveTo(to, (day) => void closedDays.push(day)),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() =>
        answerWithBody({ today: useCaseDependencies.commandHandling.clock.today(), closedDays: closedDays.length }),
      ),
    )
  },
})

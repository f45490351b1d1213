import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { ClosingError, ClosingRefused } from '../../../domain/use-cases/closing-error'
import { addDays } from '../../../domain/values/day'
import type { Report } from '../../../retention/worker/report'
import type { Keep } from '../../processes/running/keeper'
import type { MoveClock } from '../../processes/running/system'
import type { OpenClock } from '../opening/open-clock'

/** While days are missing none is closed and nothing is erased: moving on would only make more of them. */
const dateInDoubt = ({ refused }: Report): ClosingRefused | undefined => {
  const doubt = refused.find(({ _tag }) => _tag !== 'TooMuchAtOnce')
  return doubt && { _tag: 'ClosingRefused', step: 'closeDay', because: doubt._tag }
}

/** Moves a simulated clock day by day: each day that is over is closed, and what fell due with it erased. */
export const movingClock = ({ simulated }: OpenClock, keep: Keep<ClosingError>): MoveClock => {
  if (simulated === undefined) return () => TE.left({ _tag: 'ClockIsReal' })
  return (to, told) => async () => {
    if (to < simulated.today()) return simulated.moveTo(to)
    for (;;) {
      // Before the first move as well: the process may have ended between a move and the closing that belongs to it.
      const kept = await keep(told)()
      if (E.isLeft(kept)) return kept
      const inDoubt = dateInDoubt(kept.right)
      if (inDoubt !== undefined) return E.left(inDoubt)
      if (simulated.today() >= to) return E.right(undefined)
      const moved = simulated.moveTo(addDays(1)(simulated.today()))
      if (E.isLeft(moved)) return moved
    }
  }
}

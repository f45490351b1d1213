import type { Conflict } from '../../../../domain/ports/event-store'
import { categoryOf } from '../../../../domain/event/stream'
import type { FieldError } from './edge-failure'
import type { Failure, Refusal } from './failure'
import type { Tongue } from './words'

type Members = Readonly<Record<string, unknown>>

/** Streams of things may be named; the name of any other is an id that points to a person. */
const namesNobody: ReadonlySet<string> = new Set(['copy', 'title', 'day', 'month'])

const ofConflict = ({ stream, expected, actual }: Conflict): Members =>
  namesNobody.has(categoryOf(stream)) ? { stream, expected, actual } : { expected, actual }

const ofRefusal = (refusal: Refusal): Members => {
  if (refusal._tag === 'HoldsOrOwes')
    return { obstacles: refusal.obstacles.map(({ _tag, ...amount }) => ({ what: _tag, ...amount })) }
  if ('because' in refusal) return { because: refusal.because }
  if ('answer' in refusal) return { answer: refusal.answer }
  if ('which' in refusal) return { which: refusal.which }
  if ('days' in refusal) return { days: refusal.days }
  return 'lentOn' in refusal ? { lentOn: refusal.lentOn } : {}
}

const ofFields = (errors: ReadonlyArray<FieldError>, tongue: Tongue): Members => ({
  errors: errors.map(({ must, ...place }) => ({ ...place, detail: must[tongue] })),
})

/** What a problem says besides its words. */
export const membersOf =
  (tongue: Tongue) =>
  (failure: Failure): Members => {
    if (failure._tag === 'Refused') return ofRefusal(failure.refusal)
    if (failure._tag === 'Conflict') return ofConflict(failure)
    if (failure._tag === 'ClosingRefused') return { step: failure.step, because: failure.because }
    if ('errors' in failure) return ofFields(failure.errors, tongue)
    if ('earliest' in failure) return { earliest: failure.earliest }
    if ('today' in failure) return { today: failure.today }
    return 'allowed' in failure ? { allowed: failure.allowed } : {}
  }

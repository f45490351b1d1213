import type { Conflict } from '../../../domain/ports/event-store'
import { categoryOf } from '../../../domain/event/stream'
import type { Failure, Refusal } from './failure'
import type { Tongue } from './words'

type Members = Readonly<Record<string, unknown>>

/** Streams of things may be named; the name of any other is an id that points to a person. */
const namesNobody: ReadonlySet<string> = new Set(['copy', 'title', 'day', 'month'])

const ofConflict = ({ stream, expected, actual }: Conflict): Members =>
  namesNobody.has(categoryOf(stream)) ? { stream, expected, actual } : { expected, actual }

const ofRefusal = (refusal: Refusal): Members => {
  switch (refusal._tag) {
    case 'LoanIsRefused':
    case 'ReservationIsRefused':
      return { because: refusal.because }
    case 'RenewalIsDenied':
      return { answer: refusal.answer }
    case 'HoldsOrOwes':
      return { obstacles: refusal.obstacles.map(({ _tag, ...amount }) => ({ what: _tag, ...amount })) }
    case 'NumberIsTaken':
      return { which: refusal.which }
    case 'InterestIsTooLong':
    case 'LoanIsNotOverdueEnough':
      return { days: refusal.days }
    case 'LoanIsOfAnotherDay':
      return { lentOn: refusal.lentOn }
    default:
      return {}
  }
}

/** What a problem says besides its words. */
export const membersOf =
  (tongue: Tongue) =>
  (failure: Failure): Members => {
    switch (failure._tag) {
      case 'Refused':
        return ofRefusal(failure.refusal)
      case 'Conflict':
        return ofConflict(failure)
      case 'RequestIsInvalid':
        return { errors: failure.errors.map(({ must, ...place }) => ({ ...place, detail: must[tongue] })) }
      case 'TooLate':
        return { earliest: failure.earliest }
      case 'ClockWouldRunBack':
      case 'DateIsAnother':
        return { today: failure.today }
      case 'MethodIsNotAllowed':
        return { allowed: failure.allowed }
      case 'ClosingRefused':
        return { step: failure.step, because: failure.because }
      default:
        return {}
    }
  }

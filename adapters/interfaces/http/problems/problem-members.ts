import { isShownObstacle } from '../../../../domain/policy/borrower-obligations'
import type { ReservationRefusal } from '../../../../domain/policy/reservation-refusal'
import type { RevisionConflict } from '../../../../domain/ports/event-store'
import type { EventAddress } from '../../../../domain/event/stream'
import {
  isStreamWithoutPerson,
  eventAddressWithoutPerson,
} from '../../../processes/damage/event-address-without-person'
import type { FieldError } from './http-request-failure'
import type { HttpFailure, CommandRefusalOverHttp } from './http-failure'
import type { AnswerLanguage } from './http-problem-text'
import { nationalCodeOfReservationRefusal, reasonOfDeniedRenewal, reservationRefusalReasons } from './refusal-reasons'

type Members = Readonly<Record<string, unknown>>

const conflictMembers = ({ stream, expected, actual }: RevisionConflict): Members =>
  isStreamWithoutPerson({ stream }) ? { stream, expected, actual } : { expected, actual }

const damageMembers = (place: EventAddress): Members => ({ ...eventAddressWithoutPerson(place) })

const toCamelCase = (tag: string): string => tag.charAt(0).toLowerCase() + tag.slice(1)

/** Said only when staff may go on with a reason. */
const overridableMember = ({ mayBeOverridden }: { readonly mayBeOverridden?: true }): Members =>
  mayBeOverridden === undefined ? {} : { mayBeOverridden }

const reservationRefusalMembers = (because: ReservationRefusal): Members => ({
  because: reservationRefusalReasons[because],
  nationalCode: nationalCodeOfReservationRefusal(because),
})

/** Administrators alone are told of legal holds, as the promises table says. */
const shownObstacles = ({ obstacles }: Extract<CommandRefusalOverHttp, { readonly _tag: 'HoldsOrOwes' }>): Members => ({
  obstacles: obstacles.filter(isShownObstacle).map(({ _tag, ...amount }) => ({ what: toCamelCase(_tag), ...amount })),
})

/** A reason is in the words of this interface, and under its name in the national systems. */
const refusalMembers = (refusal: CommandRefusalOverHttp, language: AnswerLanguage): Members => {
  if (refusal._tag === 'BranchIsUnknown')
    return { branches: refusal.branches.map(({ code, name }) => ({ branch: code, name: name[language] })) }
  if (refusal._tag === 'HoldsOrOwes') return shownObstacles(refusal)
  if (refusal._tag === 'VideoRequestIsRefused') return { because: refusal.because }
  if (refusal._tag === 'LoanIsRefused') return { because: refusal.because, ...overridableMember(refusal) }
  if (refusal._tag === 'ReservationIsRefused')
    return { ...reservationRefusalMembers(refusal.because), ...overridableMember(refusal) }
  if (refusal._tag === 'ParallelTitlesAreRefused')
    return { titles: refusal.titles.map(({ index, because }) => ({ index, ...reservationRefusalMembers(because) })) }
  if (refusal._tag === 'RenewalIsDenied')
    return {
      because: reasonOfDeniedRenewal(refusal),
      nationalCode: refusal.answer,
      ...overridableMember(refusal),
      ...(refusal.why?._tag === 'TooEarly' ? { renewableFrom: refusal.why.renewableFrom } : {}),
    }
  if ('latestLastDay' in refusal) return { latest: refusal.latestLastDay }
  if ('kindOfNumber' in refusal) return { which: refusal.kindOfNumber }
  if ('atMost' in refusal) return { atMost: refusal.atMost }
  if ('days' in refusal) return { days: refusal.days }
  if ('left' in refusal) return { left: refusal.left }
  if ('sum' in refusal) return { sum: refusal.sum }
  if ('returnedOn' in refusal) return { returnedOn: refusal.returnedOn }
  return 'lentOn' in refusal ? { lentOn: refusal.lentOn } : {}
}

const fieldErrorMembers = (errors: ReadonlyArray<FieldError>, language: AnswerLanguage): Members => ({
  errors: errors.map(({ text, ...location }) => ({ ...location, detail: text[language] })),
})

const reusedKey: FieldError = {
  in: 'header',
  pointer: 'Idempotency-Key',
  text: { da: 'skal være ny for hver anmodning', en: 'must be new for each request' },
}

/** The members of problem details beyond the texts. */
export const problemMembers =
  (language: AnswerLanguage) =>
  (failure: HttpFailure): Members => {
    if (failure._tag === 'Refused') return refusalMembers(failure.refusal, language)
    if (failure._tag === 'Conflict') return conflictMembers(failure)
    if (failure._tag === 'DayClosingRefused') return { step: failure.step, because: toCamelCase(failure.because) }
    if ('at' in failure) return damageMembers(failure.at)
    if (failure._tag === 'TokenIsRefused') return { because: failure.because }
    if ('roles' in failure) return { roles: failure.roles }
    if (failure._tag === 'KeyWasUsedForAnother') return fieldErrorMembers([reusedKey], language)
    if ('errors' in failure) return fieldErrorMembers(failure.errors, language)
    if ('latest' in failure) return { latest: failure.latest }
    if ('earliest' in failure) return { earliest: failure.earliest }
    if ('today' in failure) return { today: failure.today }
    return 'allowed' in failure ? { allowed: failure.allowed } : {}
  }

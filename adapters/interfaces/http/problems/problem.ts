import type { Refusal, Failure, Tag } from './failure'
import { words } from './failure-words'
import { membersOf } from './members'
import { lendingWords, renewalWords, reservingWords } from './reason-words'
import type { Telling, Tongue } from './words'

/** Problem details as RFC 9457 has them. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly [more: string]: unknown
}

const kebab = (tag: string): string => tag.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()

/** The stable name of a kind of problem. */
export const typeOf = (tag: Tag): string => `urn:glemsom:problem:${kebab(tag)}`

const reasonOf = (refusal: Refusal): Telling => {
  if (refusal._tag === 'LoanIsRefused') return lendingWords[refusal.because]
  if (refusal._tag === 'RenewalIsDenied') return renewalWords[refusal.answer]
  return refusal._tag === 'ReservationIsRefused' ? reservingWords[refusal.because] : words[refusal._tag]
}

/** Somebody whose scope has ended is a stranger, as for every look-up. */
const asStranger = (failure: Failure): Failure =>
  failure._tag === 'ScopeEnded' && failure.class === 'borrower'
    ? { _tag: 'Refused', refusal: { _tag: 'BorrowerIsUnknown' } }
    : failure

/** What a failure is told by: its own name, or that of the refusal in it. */
export const tagOf = (failure: Failure): Tag => (failure._tag === 'Refused' ? failure.refusal._tag : failure._tag)

/** Makes problem details of a failure, in a language. No value that was sent or stored is repeated. */
export const problemOf =
  (tongue: Tongue) =>
  (failed: Failure): Problem => {
    const failure = asStranger(failed)
    const tag = tagOf(failure)
    const told = failure._tag === 'Refused' ? reasonOf(failure.refusal) : words[failure._tag]
    return {
      type: typeOf(tag),
      title: words[tag][tongue],
      status: told.status,
      detail: told[tongue],
      ...membersOf(tongue)(failure),
    }
  }

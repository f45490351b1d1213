import type { LegalHoldCommand } from '../../../domain/hold/decide-legal-hold-command'
import { legalHoldDecider } from '../../../domain/hold/legal-hold-decider'
import { HoldProlonged } from '../../../domain/hold/events/hold-prolonged'
import { HoldReleased } from '../../../domain/hold/events/hold-released'
import { HoldSet, HoldSetVersion1 } from '../../../domain/hold/events/hold-set'
import { defaultLegalHolds } from '../../../domain/policy/legal-hold-policy'
import type { HoldId, ScopeId } from '../../../domain/values/ids'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { anna, day } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const hold = numberedUuid(1) as HoldId
const scope = numberedUuid(2) as ScopeId
const decided = { by: 'Jens Jensen', why: 'Politiet har bedt om det' }
const past = given(legalHoldDecider)

const set = (lastDay: string, on = '2026-03-10'): LegalHoldCommand => ({
  ...{ type: 'SetHold', hold, borrower: anna, scope, class: 'loan', caseNumber: '2026-17', ...decided },
  ...{ lastDay: day(lastDay), on: day(on), explanation: null, policy: defaultLegalHolds },
})
const explanation = { basis: 'GDPR artikel 17, stk. 3, litra e', reason: 'Du har klaget' }
const prolong = (lastDay: string, on = '2026-03-10'): LegalHoldCommand => ({
  ...{ type: 'ProlongHold', hold, lastDay: day(lastDay), on: day(on), ...decided },
})
const release = (on = '2026-03-10'): LegalHoldCommand => ({ type: 'ReleaseHold', hold, on: day(on), ...decided })

const wasSet = HoldSet(
  { hold, lastDay: day('2026-04-30') },
  { hold: { borrower: anna, scope, class: 'loan', caseNumber: '2026-17', explanation: null, ...decided } },
)
const wasReleased = HoldReleased({ hold }, { hold: { borrower: anna, ...decided } })
const notAllowed = { _tag: 'LastDayIsNotAllowed', latestLastDay: day('2027-03-31') } as const

describe('a legal hold', () => {
  it('is set until the last day of a month; only that day is open', () => {
    past().when(set('2026-04-30')).thenHappens(wasSet)
    expect(wasSet.open).toEqual({ hold, lastDay: '2026-04-30' })
  })

  it.each(['2026-04-29', '2026-05-01', '2026-02-28', '2027-04-30'])(
    'does not end on %s: on another day of a month, in the past, or more than twelve months away',
    (lastDay) => {
      past().when(set(lastDay)).thenRefused(notAllowed)
      past(wasSet).when(prolong(lastDay)).thenRefused(notAllowed)
    },
  )

  it('may end with the month of today, and twelve months away', () => {
    expect(past().when(set('2026-03-31')).events()).toHaveLength(1)
    expect(past().when(set('2027-03-31')).events()).toHaveLength(1)
  })

  it('is prolonged to a later day, as long as it stands', () => {
    past(wasSet)
      .when(prolong('2026-06-30', '2026-04-30'))
      .thenHappens(HoldProlonged({ hold, lastDay: day('2026-06-30') }, { hold: { borrower: anna, ...decided } }))
    past(wasSet).when(prolong('2026-04-30')).thenRefused({ _tag: 'LastDayIsNotLater' })
    past(wasSet).when(prolong('2026-06-30', '2026-05-01')).thenRefused({ _tag: 'HoldIsOver' })
  })

  it('is released once', () => {
    past(wasSet).when(release()).thenHappens(wasReleased)
    past(wasSet, wasReleased).when(release()).thenRefused({ _tag: 'HoldIsOver' })
    past(wasSet, wasReleased).when(prolong('2026-06-30')).thenRefused({ _tag: 'HoldIsOver' })
  })

  it('is unknown until it is set, and set once', () => {
    past().when(release()).thenRefused({ _tag: 'HoldIsUnknown' })
    past().when(prolong('2026-06-30')).thenRefused({ _tag: 'HoldIsUnknown' })
    past(wasSet).when(set('2026-04-30')).thenRefused({ _tag: 'HoldIsSetAlready' })
  })

  it('seals what the borrower is told; a hold of the first version may not be told', () => {
    const event = HoldSet(wasSet.open, {
      hold: { borrower: anna, scope, class: 'loan', caseNumber: '2026-17', explanation, ...decided },
    })
    past()
      .when({ ...set('2026-04-30'), explanation } as LegalHoldCommand)
      .thenHappens(event)
    const { explanation: _, ...ofVersion1 } = {
      borrower: anna,
      scope,
      class: 'loan',
      caseNumber: '2026-17',
      explanation,
      ...decided,
    }
    expect(HoldSetVersion1.sealedCodecs['hold']?.is(ofVersion1)).toBe(true)
    expect(HoldSet.upcast?.sealed.hold?.(ofVersion1)).toEqual({ ...ofVersion1, explanation: null })
  })

  it('keeps no recording unless the policy says so, and then tells the borrower', () => {
    const ofRecording = { ...set('2026-04-30'), class: 'footage' } as const
    const allowed = { ...ofRecording, policy: { recordings: 'forDisputes' } } as const
    past()
      .when({ ...ofRecording, explanation } as LegalHoldCommand)
      .thenRefused({ _tag: 'RecordingsAreNotHeld' })
    past().when(allowed).thenRefused({ _tag: 'RecordingNeedsExplanation' })
    expect(
      past()
        .when({ ...allowed, explanation } as LegalHoldCommand)
        .events(),
    ).toHaveLength(1)
  })

  it('is over when it is forgotten', () => {
    past(...withScopesErased(new Set([hold]))([wasSet]))
      .when(release())
      .thenRefused({ _tag: 'HoldIsOver' })
  })
})

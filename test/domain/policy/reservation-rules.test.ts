import { either as E } from 'fp-ts'
import { oreFromKroner } from '../../../domain/values/ore'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { ReservationRefusal } from '../../../domain/policy/reservation-refusal'
import { reservationRules, type ReservationRuleInput } from '../../../domain/policy/reservation-rules'
import { refusalsOfAllRules, firstRefusal } from '../../../domain/policy/policy-rule'
import { noTitleHoldings } from '../../../domain/policy/title-holdings'
import { countCopiesOfTitleByReservability } from '../../../domain/copy/count-copies-of-title-by-reservability'
import { copyDecider } from '../../../domain/copy/copy-decider'
import {
  annasLoanStarted,
  annasCopyBilledAsLost,
  copySetAsideForAnna,
  firstCopyWithdrawn,
} from '../../fixtures/example-copy-events'
import { stateAfter } from '../../fixtures/given-when-then'
import {
  exampleCopyAcquired,
  anna,
  secondTitle,
  day,
  loanId,
  reservationId,
  exampleStanding,
  traitsOf,
  young,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'

const usual: ReservationRuleInput = {
  policy: defaultLibraryPolicy,
  standing: exampleStanding(anna),
  title: firstTitle,
  holdings: { ...noTitleHoldings, reservable: 1 },
  volume: null,
  isWaitingAlready: false,
}
const reservations = (count: number, title = secondTitle) =>
  Array.from({ length: count }, (_, n) => ({ reservation: reservationId(n), title, volume: null }))
const loan = { loan: loanId(1), copy: firstCopy, title: firstTitle, dueOn: day('2026-02-04') }

describe('the rules of reservation', () => {
  it('allow a borrower in good standing the thirtieth reservation', () => {
    const standing = exampleStanding(anna, { reservations: reservations(29), owed: oreFromKroner(199) })
    expect(firstRefusal(reservationRules)({ ...usual, standing })).toEqual(E.right(undefined))
  })

  it.each<[ReservationRefusal, string, Partial<ReservationRuleInput>]>([
    ['patron_is_blocked', 'any block refuses', { standing: exampleStanding(anna, { blocks: ['U'] }) }],
    [
      'patron_is_blocked',
      'debt of 200 kr or more blocks',
      { standing: exampleStanding(anna, { owed: oreFromKroner(200) }) },
    ],
    ['already_reserved', 'the queue says so', { isWaitingAlready: true }],
    [
      'already_reserved',
      'the standing says so',
      { standing: exampleStanding(anna, { reservations: reservations(1, firstTitle) }) },
    ],
    ['already_loaned', 'the title is lent to the borrower', { standing: exampleStanding(anna, { loans: [loan] }) }],
    [
      'volume_not_found',
      'the library has copies of other volumes alone',
      { holdings: { ...noTitleHoldings, ofOtherVolumes: 2 } },
    ],
    ['no_reservable_materials', 'the library has no copy', { holdings: noTitleHoldings }],
    [
      'material_not_reservable',
      'its copies are lent but not reserved',
      { holdings: { ...noTitleHoldings, notReservable: 1, lost: 1 } },
    ],
    ['material_not_loanable', 'its copies are never lent', { holdings: { ...noTitleHoldings, notLent: 1 } }],
    ['below_age_limit', 'the borrower is too young', { holdings: { ...noTitleHoldings, belowAgeLimit: 1, lost: 1 } }],
    [
      'loaning_profile_not_found',
      'its copies are not lent to the group of the borrower',
      { holdings: { ...noTitleHoldings, notLentToGroup: 1 } },
    ],
    ['material_lost', 'all its copies are lost', { holdings: { ...noTitleHoldings, lost: 2 } }],
    ['not_reservable', 'all its copies are withdrawn', { holdings: { ...noTitleHoldings, withdrawn: 1 } }],
    [
      'exceeds_max_reservations',
      'the borrower has thirty',
      { standing: exampleStanding(anna, { reservations: reservations(30) }) },
    ],
  ])('refuse with %s when %s', (refusal, _when, but) => {
    expect(firstRefusal(reservationRules)({ ...usual, ...but })).toEqual(E.left(refusal))
  })

  it('can name all refusals, in the order of the rules', () => {
    const standing = exampleStanding(anna, { blocks: ['O'], loans: [loan], reservations: reservations(30) })
    const refusals = ['patron_is_blocked', 'already_loaned', 'exceeds_max_reservations']
    expect(refusalsOfAllRules(reservationRules)({ ...usual, standing })).toEqual(refusals)
  })
})

describe('the holdings of a title', () => {
  it('are counted from the states of its copies', () => {
    const copies = [
      [],
      [exampleCopyAcquired()],
      [exampleCopyAcquired(), annasLoanStarted()],
      [exampleCopyAcquired(), copySetAsideForAnna],
      [exampleCopyAcquired({ group: 'inter-library' })],
      [exampleCopyAcquired({ group: 'not-lent' })],
      [exampleCopyAcquired(), annasLoanStarted(), annasCopyBilledAsLost],
      [exampleCopyAcquired(), firstCopyWithdrawn],
    ].map(stateAfter(copyDecider(defaultLibraryPolicy)))
    expect(countCopiesOfTitleByReservability(defaultLibraryPolicy)(traitsOf(anna), day('2026-07-04'))(copies)).toEqual({
      ...{ ...noTitleHoldings, reservable: 3, notReservable: 1, notLent: 1, lost: 1, withdrawn: 1 },
    })
  })

  const limited = [stateAfter(copyDecider(defaultLibraryPolicy))([exampleCopyAcquired({ ageLimit: 15 })])]
  it.each([
    ['a child', traitsOf(young), 'belowAgeLimit'],
    ['a borrower whose birth date is unknown', { group: 'adult' as const, birthDate: null }, 'belowAgeLimit'],
    [
      'one who comes of age on the last day of interest',
      { ...traitsOf(young), birthDate: day('2011-07-04') },
      'reservable',
    ],
    ['one who comes of age the day after', { ...traitsOf(young), birthDate: day('2011-07-05') }, 'belowAgeLimit'],
  ])('with an age limit are counted for %s', (_who, borrower, kind) => {
    const holdings = countCopiesOfTitleByReservability(defaultLibraryPolicy)(borrower, day('2026-07-04'))(limited)
    expect(holdings).toEqual({ ...noTitleHoldings, [kind]: 1 })
  })

  it('of a group that is not lent to the borrower are counted apart', () => {
    const days = { ...defaultLibraryPolicy.loanPeriods.days, standard: { adult: 30 } }
    const policy = { ...defaultLibraryPolicy, loanPeriods: { ...defaultLibraryPolicy.loanPeriods, days } }
    const holdings = countCopiesOfTitleByReservability(policy)(traitsOf(young), day('2026-07-04'))(limited)
    expect(holdings).toEqual({ ...noTitleHoldings, notLentToGroup: 1 })
  })
})

import { either as E } from 'fp-ts'
import { kroner } from '../../../domain/values/ore'
import { defaultPolicy } from '../../../domain/policy/policy'
import type { ReservationRefusal } from '../../../domain/policy/reservation-refusal'
import { reservingRules, type ReservingCase } from '../../../domain/policy/reserving'
import { allRefusals, firstRefusal } from '../../../domain/policy/rule'
import { noHoldings } from '../../../domain/policy/title-holdings'
import { holdingsOf } from '../../../domain/copy/holdings'
import { copyDecider } from '../../../domain/copy/decider'
import { annasLoan, billedToAnna, keptForAnna, withdrawn } from '../../fixtures/copy-past'
import { stateAfter } from '../../fixtures/given'
import {
  acquired,
  anna,
  anotherTitle,
  day,
  loanOf,
  reservationOf,
  standingOf,
  theCopy,
  theTitle,
} from '../../fixtures/library'

const usual: ReservingCase = {
  policy: defaultPolicy,
  standing: standingOf(anna),
  title: theTitle,
  holdings: { ...noHoldings, reservable: 1 },
  waitsAlready: false,
}
const reservations = (count: number, title = anotherTitle) =>
  Array.from({ length: count }, (_, n) => ({ reservation: reservationOf(n), title }))
const loan = { loan: loanOf(1), copy: theCopy, title: theTitle, dueOn: day('2026-02-04') }

describe('the rules of reserving', () => {
  it('let a borrower in good standing reserve, with 29 reservations already', () => {
    const standing = standingOf(anna, { reservations: reservations(29), owed: kroner(199) })
    expect(firstRefusal(reservingRules)({ ...usual, standing })).toEqual(E.right(undefined))
  })

  it.each<[ReservationRefusal, string, Partial<ReservingCase>]>([
    ['patron_is_blocked', 'any block refuses', { standing: standingOf(anna, { blocks: ['U'] }) }],
    ['patron_is_blocked', 'debt of 200 kr or more blocks', { standing: standingOf(anna, { owed: kroner(200) }) }],
    ['already_reserved', 'the queue says so', { waitsAlready: true }],
    [
      'already_reserved',
      'the standing says so',
      { standing: standingOf(anna, { reservations: reservations(1, theTitle) }) },
    ],
    ['already_loaned', 'the title is lent to the borrower', { standing: standingOf(anna, { loans: [loan] }) }],
    ['no_reservable_materials', 'the library has no copy', { holdings: noHoldings }],
    ['material_not_reservable', 'its copies are lent only', { holdings: { ...noHoldings, notReservable: 1, lost: 1 } }],
    ['material_not_loanable', 'its copies are never lent', { holdings: { ...noHoldings, notLent: 1 } }],
    ['material_lost', 'all its copies are lost', { holdings: { ...noHoldings, lost: 2 } }],
    ['not_reservable', 'all its copies have left', { holdings: { ...noHoldings, withdrawn: 1 } }],
    [
      'exceeds_max_reservations',
      'thirty are the most',
      { standing: standingOf(anna, { reservations: reservations(30) }) },
    ],
  ])('refuse with %s when %s', (refusal, _when, but) => {
    expect(firstRefusal(reservingRules)({ ...usual, ...but })).toEqual(E.left(refusal))
  })

  it('can tell all that stands against a reservation, the first answer first', () => {
    const standing = standingOf(anna, { blocks: ['O'], loans: [loan], reservations: reservations(30) })
    const refusals = ['patron_is_blocked', 'already_loaned', 'exceeds_max_reservations']
    expect(allRefusals(reservingRules)({ ...usual, standing })).toEqual(refusals)
  })
})

describe('what the library holds of a title', () => {
  it('is counted from its copies', () => {
    const copies = [
      [],
      [acquired()],
      [acquired(), annasLoan()],
      [acquired(), keptForAnna],
      [acquired({ group: 'inter-library' })],
      [acquired({ group: 'not-lent' })],
      [acquired(), annasLoan(), billedToAnna],
      [acquired(), withdrawn],
    ].map(stateAfter(copyDecider(defaultPolicy)))
    expect(holdingsOf(defaultPolicy)(copies)).toEqual({
      ...{ reservable: 3, notReservable: 1, notLent: 1, lost: 1, withdrawn: 1 },
    })
  })
})

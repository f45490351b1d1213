import type { Lend } from '../../../domain/copy/commands/lend'
import { copyDecider } from '../../../domain/copy/decider'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { kroner } from '../../../domain/values/ore'
import type { LendingRefusalTag } from '../../../domain/policy/lending-refusal'
import { defaultPolicy } from '../../../domain/policy/policy'
import type { Standing } from '../../../domain/policy/standing'
import {
  annasLoan,
  billedToAnna,
  keptForAnna,
  readyAtHarbour,
  sentToHarbour,
  withdrawn,
} from '../../fixtures/copy-past'
import { forget } from '../../fixtures/forget'
import { given } from '../../fixtures/given'
import {
  acquired,
  anna,
  anotherTitle,
  bent,
  day,
  harbourBranch,
  loanOf,
  mainLibrary,
  noon,
  reservationOf,
  secondCopy,
  setAsideOf,
  standingOf,
  statistics,
  theCopy,
  theTitle,
} from '../../fixtures/library'

const copy = copyDecider(defaultPolicy)
const lendTo = (standing: Standing | undefined): Lend => ({
  type: 'Lend',
  loan: loanOf(1),
  statistics,
  standing,
  branch: mainLibrary,
  at: noon('2026-01-05'),
})
const openLoan = { loan: loanOf(9), copy: secondCopy, title: anotherTitle, dueOn: day('2026-02-01') }

describe('lending a copy', () => {
  it('lends a copy on the shelf for thirty days', () => {
    given(copy)(acquired())
      .when(lendTo(standingOf(anna)))
      .thenHappens(annasLoan())
  })

  it('fulfils the reservation of one who finds the title on the shelf', () => {
    const standing = standingOf(anna, { reservations: [{ reservation: reservationOf(3), title: theTitle }] })
    given(copy)(acquired())
      .when(lendTo(standing))
      .thenHappens(annasLoan({ fulfils: true }))
  })

  it('lends a copy that is ready to the borrower it is kept for, releases it and fulfils the reservation', () => {
    given(copy)(acquired(), keptForAnna, sentToHarbour, readyAtHarbour)
      .when(lendTo(standingOf(anna)))
      .thenHappens(
        SetAsideReleased(
          { setAside: setAsideOf(1), copy: theCopy, title: theTitle, branch: mainLibrary, because: 'lent' },
          {},
        ),
        annasLoan({ fulfils: true }),
      )
  })

  it('counts a borrower whose birth date is unknown as a child', () => {
    const [event] = given(copy)(acquired())
      .when(lendTo(standingOf(anna, { birthDate: null })))
      .events()
    expect(event).toMatchObject({ sealed: { statistics: { value: { ageClass: 'child' } } } })
  })

  const children = standingOf(bent, { birthDate: day('2012-01-06') })
  it.each<[LendingRefusalTag, string, ReadonlyArray<CopyEvent>, Standing | undefined]>([
    ['borrowerUnknown', 'nobody has that id', [acquired()], undefined],
    ['copyOnLoan', 'it is lent to one borrower at a time', [acquired(), annasLoan()], standingOf(bent)],
    ['copyLost', 'it counts as lost', [acquired(), annasLoan(), billedToAnna], standingOf(bent)],
    ['copyWithdrawn', 'it has left the collection', [acquired(), withdrawn], standingOf(bent)],
    ['copySetAsideForAnother', 'it is set aside', [acquired(), keptForAnna], standingOf(bent)],
    ['copySetAsideForAnother', 'it is on its way', [acquired(), keptForAnna, sentToHarbour], standingOf(bent)],
    ['copySetAsideForAnother', 'it is ready', [acquired(), keptForAnna, readyAtHarbour], standingOf(bent)],
    ['materialNotLent', 'it is never lent', [acquired({ group: 'not-lent' })], standingOf(bent)],
    ['borrowerBlocked', 'any block refuses lending', [acquired()], standingOf(bent, { blocks: ['O'] })],
    ['debtOverLimit', 'debt of 200 kr or more blocks', [acquired()], standingOf(bent, { owed: kroner(200) })],
    ['belowAgeLimit', 'the borrower is 13 on the day', [acquired({ ageLimit: 14 })], children],
    ['belowAgeLimit', 'the age is unknown', [acquired({ ageLimit: 7 })], standingOf(bent, { birthDate: null })],
    [
      'loanLimitReached',
      'thirty loans are the most',
      [acquired()],
      standingOf(bent, { loans: Array.from({ length: 30 }, () => openLoan) }),
    ],
  ])('is refused with %s when %s', (because, _when, past, standing) => {
    given(copy)(...past)
      .when(lendTo(standing))
      .thenRefused({ _tag: 'LoanIsRefused', because })
  })

  it('is refused for a number under which there is no copy', () => {
    given(copy)()
      .when(lendTo(standingOf(anna)))
      .thenRefused({ _tag: 'CopyIsUnknown' })
  })

  it('is refused for a copy kept for somebody who is forgotten: it may be anybody else', () => {
    const past = forget(new Set([setAsideOf(1)]))<CopyEvent>([acquired(), keptForAnna])
    given(copy)(...past)
      .when(lendTo(standingOf(anna)))
      .thenRefused({ _tag: 'LoanIsRefused', because: 'copySetAsideForAnother' })
  })

  it('lends at 199.99 kr of debt, with 29 loans, at the very age of the limit', () => {
    const standing = standingOf(anna, {
      owed: kroner(199.99),
      loans: Array.from({ length: 29 }, () => openLoan),
      birthDate: day('2012-01-05'),
    })
    const events = given(copy)(acquired({ ageLimit: 14 }))
      .when(lendTo(standing))
      .events()
    expect(events.map(({ type }) => type)).toEqual([LoanStarted.type])
  })

  it('lends in the branch that it is asked in', () => {
    const [event] = given(copy)(acquired())
      .when({ ...lendTo(standingOf(anna)), branch: harbourBranch })
      .events()
    expect(event?.open).toMatchObject({ branch: harbourBranch })
  })
})

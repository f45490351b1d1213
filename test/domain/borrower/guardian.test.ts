import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import type { BorrowerCommand } from '../../../domain/borrower/decide-borrower-command'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { IdentityChanged } from '../../../domain/borrower/events/identity-changed'
import { GuardianCorrected } from '../../../domain/borrower/events/guardian-corrected'
import { GuardianPaperDestroyed } from '../../../domain/borrower/events/guardian-paper-destroyed'
import { GuardianRegistered } from '../../../domain/borrower/events/guardian-registered'
import { GuardianshipEnded } from '../../../domain/borrower/events/guardianship-ended'
import type { GuardianDetails } from '../../../domain/borrower/guardian-details'
import { endGuardianshipCommandsOfMonth } from '../../../domain/closing/end-guardianship-commands-of-month'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { Cpr } from '../../../domain/values/cpr'
import type { Day } from '../../../domain/values/day'
import type { GuardianId, GuardianshipId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { annaRegistered, annasContactDetails, annasPerson, identityId } from '../../fixtures/example-borrowers'
import { anna, day, mainBranch } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const past = given(borrowerDecider(defaultLibraryPolicy))
const [first, second] = [numberedUuid(1) as GuardianId, numberedUuid(2) as GuardianId]
const [guardianship, other] = [numberedUuid(3) as GuardianshipId, numberedUuid(4) as GuardianshipId]
const today = day('2026-03-10')

/** Born in 1870 and 1871. */
const [veras, ulfs] = ['0101705000' as Cpr, '0202715001' as Cpr]
const vera = { cpr: veras, name: 'Vera', details: annasContactDetails, paper: null }
const moved = { ...annasContactDetails, address: 'Ny Vej 1' }

const register = (details: object = {}, guardian = first, on: Day = today): BorrowerCommand => ({
  ...{ type: 'RegisterGuardian', borrower: anna, guardian, guardianship: guardian === first ? guardianship : other },
  ...{ details: { ...vera, ...details }, day: on },
})
const registered = (details: Partial<GuardianDetails> = {}, guardian = first, replaces: GuardianId | null = null) =>
  GuardianRegistered({ borrower: anna, guardian, replaces }, { guardian: { guardianship, ...vera, ...details } })
const corrected = (details: Partial<GuardianDetails>) =>
  GuardianCorrected(
    { borrower: anna, guardian: second, replaces: first },
    { guardian: { guardianship, ...vera, ...details } },
  )
const ended = (endedIn: string, guardian = first) =>
  GuardianshipEnded({ borrower: anna, guardian, endedIn: endedIn as Month }, {})
const end = (month: string, guardian = first): BorrowerCommand => ({
  ...{ type: 'EndGuardianship', borrower: anna, guardian, month: month as Month },
})
const remove: BorrowerCommand = { type: 'RemoveGuardian', borrower: anna, month: '2026-03' as Month }
const destroyed: BorrowerCommand = { type: 'ConfirmGuardianPaperDestroyed', borrower: anna, guardian: first }
const correct = (of: GuardianshipId): BorrowerCommand => ({
  ...{ type: 'CorrectGuardianContact', borrower: anna, guardian: second, guardianship: of, contact: moved },
})

const annaIdentityChanged = ({
  birthDate,
  cpr = null,
}: {
  readonly birthDate: Day | null
  readonly cpr?: string | null
}) => {
  const { name, group, municipality } = annasPerson
  return IdentityChanged(
    { borrower: anna, identity: identityId(2), replaces: identityId(1) },
    { identity: { name, group, municipality, birthDate, cpr, reason: 'Fødselsdato' } },
  )
}

const bornOn = (birthDate: Day | null, cpr: string | null = null) =>
  [annaRegistered('2026-01'), annaIdentityChanged({ birthDate, cpr })] as const
const child = past(...bornOn(day('2010-06-15')))
const withVera = past(...bornOn(day('2010-06-15')), registered())

describe('the guardian (værge) of a borrower under 18', () => {
  it('is registered with CPR number, name and contact, and need not be a borrower', () => {
    child.when(register()).thenHappens(registered())
    const paper = { month: '2026-03' as Month, branch: mainBranch }
    child.when(register({ paper })).thenHappens(registered({ paper }))
  })

  it('must not be the child, and must be of age', () => {
    const withCpr = past(...bornOn(day('2010-06-15'), veras))
    withCpr.when(register()).thenRefused({ _tag: 'GuardianIsTheChild' })
    child.when(register({ cpr: '1106104000' })).thenRefused({ _tag: 'GuardianIsUnderAge' })
    child.when(register({ cpr: '1103084000' })).thenRefused({ _tag: 'GuardianIsUnderAge' })
    child.when(register({ cpr: '1003084000' })).thenHappens(registered({ cpr: '1003084000' }))
  })

  it('is registered until the day before the 18th birthday of the borrower', () => {
    child.when(register({}, first, day('2028-06-14'))).thenHappens(registered())
    child.when(register({}, first, day('2028-06-15'))).thenRefused({ _tag: 'BorrowerIsOfAge' })
  })

  it('is not registered while the birth date is unknown: nobody could tell when the guardianship ends', () => {
    past(...bornOn(null))
      .when(register())
      .thenRefused({ _tag: 'BirthDateIsUnknown' })
  })

  it('is not registered on a paper of a month to come', () => {
    const paper = { month: '2026-04' as Month, branch: mainBranch }
    child.when(register({ paper })).thenRefused({ _tag: 'PaperIsOfMonthToCome' })
  })

  it('is replaced by another person, and corrected under the same CPR number; the same again is no event', () => {
    withVera
      .when(register({ cpr: ulfs, name: 'Ulf' }, second))
      .thenHappens(
        GuardianRegistered(
          { borrower: anna, guardian: second, replaces: first },
          { guardian: { guardianship: other, ...vera, cpr: ulfs, name: 'Ulf' } },
        ),
      )
    withVera.when(register({ name: 'Vera Ny' }, second)).thenHappens(corrected({ name: 'Vera Ny' }))
    withVera.when(register({}, second)).thenHappens()
  })

  it('corrects their own contact details, and nobody else does', () => {
    withVera.when(correct(guardianship)).thenHappens(corrected({ details: moved }))
    withVera.when(correct(other)).thenRefused({ _tag: 'GuardianIsUnknown' })
    child.when(correct(guardianship)).thenRefused({ _tag: 'GuardianIsUnknown' })
  })

  it('is removed once; without one there is nothing to remove', () => {
    withVera.when(remove).thenHappens(ended('2026-03'))
    child.when(remove).thenHappens()
    past(...bornOn(day('2010-06-15')), registered(), ended('2026-03'))
      .when(remove)
      .thenHappens()
  })

  it('is kept of registered borrowers alone', () => {
    const lapsed = past(annaRegistered('2026-01'), BorrowerLapsed({ borrower: anna, lapsedIn: '2026-02' as Month }, {}))
    for (const command of [register(), correct(guardianship), remove, end('2026-03'), destroyed])
      lapsed.when(command).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

describe('the closing of a month', () => {
  it('ends the guardianship of a borrower who turned 18 by its last day, once, and no other', () => {
    withVera.when(end('2028-05')).thenHappens()
    withVera.when(end('2028-06')).thenHappens(ended('2028-06'))
    withVera.when(end('2028-09')).thenHappens(ended('2028-09'))
    const over = past(...bornOn(day('2010-06-15')), registered(), ended('2028-06'))
    over.when(end('2028-06')).thenHappens()
    const lastDay = past(...bornOn(day('2010-06-30')), registered())
    lastDay.when(end('2028-06')).thenHappens(ended('2028-06'))
    past(...bornOn(day('2010-07-01')), registered())
      .when(end('2028-06'))
      .thenHappens()
  })

  it('ends the guardianship of a borrower whose birth date is unknown', () => {
    past(...bornOn(day('2010-06-15')), registered(), annaIdentityChanged({ birthDate: null }))
      .when(end('2026-03'))
      .thenHappens(ended('2026-03'))
  })

  it('leaves a guardian alone who has taken the place of the one it names', () => {
    const replaced = past(...bornOn(day('2010-06-15')), registered(), registered({ cpr: ulfs }, second, first))
    replaced.when(end('2028-06')).thenHappens()
    replaced.when(end('2028-06', second)).thenHappens(ended('2028-06', second))
  })

  it('gives one command for each guardianship that is over', () => {
    const over = [{ borrower: anna, guardian: first }]
    expect(endGuardianshipCommandsOfMonth('2028-06' as Month)(over)).toEqual([end('2028-06')])
  })
})

describe('the paper on which a guardian was registered', () => {
  const event = GuardianPaperDestroyed({ borrower: anna, guardian: first }, {})

  it('is destroyed once the guardianship has ended: by removal, or by replacement', () => {
    withVera.when(destroyed).thenRefused({ _tag: 'GuardianPaperIsUnknown' })
    past(...bornOn(day('2010-06-15')), registered(), ended('2026-03'))
      .when(destroyed)
      .thenHappens(event)
    past(...bornOn(day('2010-06-15')), registered(), registered({ cpr: ulfs }, second, first))
      .when(destroyed)
      .thenHappens(event)
  })

  it('is kept when the guardian is corrected, and destroyed once', () => {
    past(...bornOn(day('2010-06-15')), registered(), corrected({ name: 'Vera Ny' }))
      .when(destroyed)
      .thenRefused({ _tag: 'GuardianPaperIsUnknown' })
    past(...bornOn(day('2010-06-15')), registered(), ended('2026-03'), event)
      .when(destroyed)
      .thenRefused({ _tag: 'GuardianPaperIsUnknown' })
  })
})

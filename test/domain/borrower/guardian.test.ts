import type { BorrowerCommand } from '../../../domain/borrower/decide-borrower-command'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { IdentityChanged } from '../../../domain/borrower/events/identity-changed'
import { GuardianRegistered } from '../../../domain/borrower/events/guardian-registered'
import type { Month } from '../../../domain/values/month'
import { annaRegistered, annasPerson, identityId } from '../../fixtures/example-borrowers'
import { anna, day, mainBranch } from '../../fixtures/example-library'
import {
  past,
  first,
  second,
  guardianship,
  other,
  veras,
  ulfs,
  vera,
  moved,
  register,
  registered,
  corrected,
  ended,
  end,
  correct,
  bornOn,
  child,
  withVera,
  destroyed,
  remove,
} from '../../fixtures/example-guardians'

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

  it('does not become the child when the identity of the borrower is put right', () => {
    const { name, group, municipality } = annasPerson
    const who = { name, group, municipality, birthDate: day('2010-06-15') }
    const putRight = (cpr: string | null): BorrowerCommand => ({
      ...{ type: 'ChangeIdentity', borrower: anna, identity: identityId(3), reason: 'CPR-nummer' },
      details: { ...who, cpr },
    })
    withVera.when(putRight(veras)).thenRefused({ _tag: 'GuardianIsTheChild' })
    withVera
      .when(putRight(ulfs))
      .thenHappens(
        IdentityChanged(
          { borrower: anna, identity: identityId(3), replaces: identityId(2) },
          { identity: { ...who, cpr: ulfs, isNameAndAddressProtected: false, reason: 'CPR-nummer' } },
        ),
      )
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
          { guardian: { guardianship: other, ...vera, verifiedEmails: [], cpr: ulfs, name: 'Ulf' } },
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

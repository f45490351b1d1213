import type { BorrowerCommand } from '../../../domain/borrower/decide-borrower-command'
import { GuardianEmailVerified } from '../../../domain/borrower/events/guardian-email-verified'
import { GuardianRegistered } from '../../../domain/borrower/events/guardian-registered'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { annasContactDetails } from '../../fixtures/example-borrowers'
import { bornOn, child, corrected, ended, first, guardianship, other, past, register, registered, second, ulfs, vera } from '../../fixtures/example-guardians' // prettier-ignore
import { anna, day } from '../../fixtures/example-library'

const [work, home] = ['vera@work.example', 'vera@home.example']
const detailsWith = (...emails: ReadonlyArray<string>) => ({
  ...annasContactDetails,
  ...{ emails, emailForNotices: emails[0] ?? null },
})
const withTwo = registered({ details: detailsWith(work, home) })
const birth = bornOn(day('2010-06-15'))
const verify = (email: string, of = guardianship) =>
  ({ type: 'VerifyGuardianEmail', borrower: anna, guardianship: of, email }) as const
const verified = (email: string, guardian = first) =>
  GuardianEmailVerified({ borrower: anna, guardian }, { guardian: { email } })

describe('an e-mail of a guardian', () => {
  it('is not verified by a registration, and is verified once, under the scope of what is known of the guardian', () => {
    past(...birth, withTwo)
      .when(verify(home))
      .thenHappens(verified(home))
    past(...birth, withTwo, verified(home))
      .when(verify(home))
      .thenHappens()
  })

  it('cannot be verified once it was changed, or once another guardian answers or none', () => {
    const changed = corrected({ details: detailsWith(home) })
    past(...birth, withTwo, changed)
      .when(verify(work))
      .thenRefused({ _tag: 'EmailIsUnknown' })
    past(...birth, withTwo)
      .when(verify(work, other))
      .thenRefused({ _tag: 'GuardianIsUnknown' })
    past(...birth, withTwo, ended('2026-03'))
      .when(verify(work))
      .thenRefused({ _tag: 'GuardianIsUnknown' })
    child.when(verify(work)).thenRefused({ _tag: 'GuardianIsUnknown' })
    past(...withScopesErased(new Set([first]))([...birth, withTwo]))
      .when(verify(work))
      .thenRefused({ _tag: 'GuardianIsUnknown' })
    past().when(verify(work)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })

  it('stays verified when staff or the guardian correct something else, and not once it was removed', () => {
    const before = [...birth, withTwo, verified(work), verified(home)]
    const correctTo = (...emails: ReadonlyArray<string>): BorrowerCommand => ({
      ...{ type: 'CorrectGuardianContact', borrower: anna, guardian: second, guardianship },
      contact: detailsWith(...emails),
    })
    past(...before)
      .when(correctTo(home))
      .thenHappens(corrected({ details: detailsWith(home), verifiedEmails: [home] }))
    past(...before)
      .when(register({ name: 'Vera Ny', details: detailsWith(work) }, second))
      .thenHappens(corrected({ name: 'Vera Ny', details: detailsWith(work), verifiedEmails: [work] }))
  })

  it('is not verified for the next guardian, who has the same address', () => {
    past(...birth, withTwo, verified(work))
      .when(register({ cpr: ulfs, details: detailsWith(work) }, second))
      .thenHappens(
        GuardianRegistered(
          { borrower: anna, guardian: second, replaces: first },
          { guardian: { ...vera, guardianship: other, cpr: ulfs, details: detailsWith(work), verifiedEmails: [] } },
        ),
      )
  })
})

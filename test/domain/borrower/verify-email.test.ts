import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import { ContactChanged } from '../../../domain/borrower/events/contact-changed'
import { EmailVerified } from '../../../domain/borrower/events/email-verified'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { annaRegistered, annasContactDetails, contactId } from '../../fixtures/example-borrowers'
import { anna } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'

const past = given(borrowerDecider(defaultLibraryPolicy))
const [work, home] = ['anna@work.example', 'anna@home.example']
const detailsWith = (...emails: ReadonlyArray<string>) => ({
  ...annasContactDetails,
  ...{ emails, emailForNotices: emails[0] ?? null },
})
const changed = (n: number, emails: ReadonlyArray<string>, verifiedEmails: ReadonlyArray<string>) =>
  ContactChanged(
    { borrower: anna, contact: contactId(n), replaces: contactId(n - 1) },
    { contact: { details: detailsWith(...emails), verifiedEmails } },
  )
const change = (n: number, ...emails: ReadonlyArray<string>) =>
  ({ type: 'ChangeContact', borrower: anna, contact: contactId(n), contactDetails: detailsWith(...emails) }) as const
const verify = (email: string) => ({ type: 'VerifyEmail', borrower: anna, email }) as const
const verified = (n: number, email: string) =>
  EmailVerified({ borrower: anna, contact: contactId(n) }, { contact: { email } })

describe('an e-mail', () => {
  it('is verified once, under the scope of the contact details that hold it', () => {
    const withTwo = past(annaRegistered(), changed(2, [work, home], []))
    withTwo.when(verify(home)).thenHappens(verified(2, home))
    past(annaRegistered(), changed(2, [work, home], []), verified(2, home))
      .when(verify(home))
      .thenHappens()
    past(annaRegistered(), changed(2, [work], [work]))
      .when(verify(work))
      .thenHappens()
  })

  it('that the borrower does not have any more, or that is forgotten, cannot be verified', () => {
    past(annaRegistered(), changed(2, [work], []))
      .when(verify(home))
      .thenRefused({ _tag: 'EmailIsUnknown' })
    past(...withScopesErased(new Set([contactId(2)]))([annaRegistered(), changed(2, [work], [])]))
      .when(verify(work))
      .thenRefused({ _tag: 'EmailIsUnknown' })
    past().when(verify(work)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })

  it('stays verified when other contact details change, and not once it was removed', () => {
    const before = [annaRegistered(), changed(2, [work, home], [work]), verified(2, home)]
    past(...before)
      .when(change(3, home))
      .thenHappens(changed(3, [home], [home]))
    past(...before, changed(3, [home], [home]))
      .when(change(4, work, home))
      .thenHappens(changed(4, [work, home], [home]))
  })
})

import type { BorrowerChange } from '../../../domain/use-cases/change-borrower'
import type { UseCaseIds } from '../../../domain/use-cases/repeatable-ids-of-use-case'
import type * as Ids from '../../../domain/values/ids'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { nextNumber, type SimulatedYear } from '../simulated-year'
import { change, idIn, endWithNextMonth } from './change-borrower'
import { madeUpContactOf, textsOfContactDetails } from './made-up-people'

export const changeContact = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const contactDetails = madeUpContactOf(nextNumber(year))
  const texts = { contact: textsOfContactDetails(contactDetails) }
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ChangeContact', borrower: borrower.id, contact: idFor('contact') as Ids.ContactId, contactDetails },
  })
  const scope = idIn<Ids.ContactId>(await change(year, 'contact changed', borrower, command, texts), 'contact')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.scopes.contact)
  borrower.contact = contactDetails
  borrower.scopes.contact = scope
  borrower.isEmailVerified = false
  await verifyEmail(year, borrower)
}

/** The borrower confirms the e-mail for notices. One in six does not. */
export const verifyEmail = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const { emailForNotices: email } = borrower.contact
  if (email === null || year.random.withProbability(1 / 6)) return
  const events = await change(year, 'e-mail verified', borrower, () => ({
    ...{ type: 'VerifyEmail', borrower: borrower.id, email },
  }))
  borrower.isEmailVerified = events.length > 0
}

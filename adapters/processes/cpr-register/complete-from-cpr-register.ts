import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { BorrowerWithCpr } from '../../../projections/borrowers/cpr-register-queries'
import type { CprRegisterPorts } from './cpr-register-ports'

/**
 * Completes a registration: fetches the person, takes over what the register says, and then asks for the changes. So a
 * subscription says that the borrower is complete. A person whom the register does not tell of yet is complete with the first
 * delivery.
 */
export const completeFromCprRegister =
  ({ register, update }: Pick<CprRegisterPorts, 'register' | 'update'>) =>
  ({ borrower, cpr }: BorrowerWithCpr): TaskEither<unknown, void> =>
  async () => {
    const person = await register.fetch(cpr)()
    if (E.isLeft(person)) return person
    const updated = person.right === undefined ? E.right(undefined) : await update(borrower, person.right)()
    if (E.isLeft(updated)) return updated
    return register.subscribe(cpr)()
  }

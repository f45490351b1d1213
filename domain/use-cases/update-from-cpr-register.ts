import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import type { CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import type { PersonInCprRegister } from '../ports/cpr-register'
import type { BlockId, BorrowerId, ContactId, IdentityId } from '../values/ids'
import { cprAsUniqueNumber, withUniqueNumbers, type NumberIsTaken } from './unique-borrower-numbers'
import type { UseCaseDependencies } from './use-case-dependencies'
import { withBorrowerLock } from './with-borrower-lock'

type UpdateError = CommandError<BorrowerRefusal | NumberIsTaken>

/** A changed number that another borrower has: the same person is registered twice. Then the number stays as it is. */
const withoutReplacement = (person: PersonInCprRegister): PersonInCprRegister => ({ ...person, replacedBy: null })

const isNumberTaken = (error: UpdateError): boolean =>
  error._tag === 'Refused' && error.refusal._tag === 'NumberIsTaken'

/**
 * Takes over what the CPR register says of a borrower, under the borrower's lock. What is the same changes nothing, so that it
 * may be run again. Refused: `BorrowerIsUnknown`.
 */
export const updateFromCprRegister =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId) =>
  (person: PersonInCprRegister): TE.TaskEither<UpdateError, unknown> => {
    const { commandHandling, policy } = dependencies
    const { clock, random } = commandHandling
    const ids = {
      identity: random.uuid() as IdentityId,
      contact: random.uuid() as ContactId,
      block: random.uuid() as BlockId,
    }
    const update = (each: PersonInCprRegister): TE.TaskEither<UpdateError, unknown> =>
      pipe(
        { type: 'UpdateFromCprRegister' as const, borrower, ...ids, person: each, today: clock.today() },
        handleCommand(commandHandling)(borrowerAggregate(policy))(borrower),
        withUniqueNumbers(dependencies, borrower)(cprAsUniqueNumber(each.replacedBy)),
        withBorrowerLock(dependencies)(borrower),
      )
    return pipe(
      update(person),
      TE.orElse((error) => (isNumberTaken(error) ? update(withoutReplacement(person)) : TE.left(error))),
    )
  }

import type * as TE from 'fp-ts/TaskEither'
import { OpenerRole, type OpenedData } from '../../../../domain/access/opening'
import { entryOfOpening } from '../../../../domain/use-cases/opening-entry'
import type { AccessId, BorrowerId } from '../../../../domain/values/ids'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpCaller } from '../tokens/caller'

/** Whose record is opened, what of it, and why. */
interface OpeningRequest {
  readonly borrower: BorrowerId
  readonly opened: OpenedData
  readonly reason: string
}

/** Routes that open records are for people of the library alone; an administrator stands for whoever else would come. */
const roleOf = ({ role }: HttpCaller): OpenerRole => (OpenerRole.is(role) ? role : 'administrator')

/**
 * Records that somebody opened a record: the day, the role, who it was and why. It waits sealed in the short-term store for
 * the closing of the day, and goes with the borrower. Nothing is written to a log at the moment of a look.
 */
export const recordOpening =
  ({ shortTerm, useCaseDependencies: { commandHandling } }: RunningLibrary, caller: HttpCaller) =>
  ({ borrower, opened, reason }: OpeningRequest): TE.TaskEither<HttpFailure, void> => {
    const { clock, random } = commandHandling
    const staffNumber = caller.role === 'anyone' ? null : caller.subject
    const opening = { day: clock.today(), role: roleOf(caller), staffNumber, reason, opened }
    return shortTerm.put(entryOfOpening({ access: random.uuid() as AccessId, borrower, opening }))
  }

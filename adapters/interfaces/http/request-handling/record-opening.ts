import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
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
  /** Who approved it; null when it needs no approval. */
  readonly approvedBy: string | null
}

/** Routes that open records are for people of the library alone; an administrator stands for whoever else would come. */
const roleOf = ({ role }: HttpCaller): OpenerRole => (OpenerRole.is(role) ? role : 'administrator')

/**
 * Records that somebody opened a record: the day, the role, who it was and why. It waits sealed in the short-term store for
 * the closing of the day, and goes with the borrower. Nothing is written to a log at the moment of a look.
 */
export const recordOpening =
  ({ shortTerm, useCaseDependencies: { commandHandling } }: RunningLibrary, caller: HttpCaller) =>
  ({ borrower, opened, reason, approvedBy }: OpeningRequest): TE.TaskEither<HttpFailure, void> => {
    const { clock, random } = commandHandling
    const staffNumber = caller.role === 'anyone' ? null : caller.subject
    const opening = { day: clock.today(), role: roleOf(caller), staffNumber, reason, opened, approvedBy }
    return shortTerm.put(entryOfOpening({ access: random.uuid() as AccessId, borrower, opening }))
  }

/** Ms: an entry of a day is not asked for after that day. */
const dayMs = 24 * 3_600_000

/**
 * Records that somebody opened a record, once on a day for each who does: it is opened again and again in the course of one
 * visit, and the day is all that is kept of it. An opening of a class is recorded once on a day too.
 */
export const recordOpeningOfDay =
  (library: RunningLibrary, caller: HttpCaller, classOpening = '') =>
  (opening: OpeningRequest): TE.TaskEither<HttpFailure, void> => {
    const { shortTerm, useCaseDependencies } = library
    const staffNumber = caller.role === 'anyone' ? '' : caller.subject
    const day = useCaseDependencies.commandHandling.clock.today()
    const id = [day, caller.role, staffNumber, opening.borrower, classOpening].join(' ').trimEnd()
    const key = { kind: 'record opened on a day', id } as const
    return pipe(
      shortTerm.get(key),
      TE.flatMap((noted): TE.TaskEither<HttpFailure, void> =>
        noted === undefined
          ? pipe(
              recordOpening(library, caller)(opening),
              TE.flatMap(() => shortTerm.put({ ...key, subject: opening.borrower, lastsMs: dayMs, value: '' })),
            )
          : TE.right(undefined),
      ),
    )
  }

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { OpenerRole, type OpenedData } from '../../../../domain/access/opening'
import type { ShortTermKey } from '../../../../domain/ports/short-term-store'
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

/** Puts an opening into the short-term store, where it waits for the closing of the day. Answers its key there. */
const putOpening =
  ({ shortTerm, useCaseDependencies: { commandHandling } }: RunningLibrary, caller: HttpCaller) =>
  ({ borrower, opened, reason, approvedBy }: OpeningRequest): TE.TaskEither<HttpFailure, ShortTermKey> => {
    const { clock, random } = commandHandling
    const staffNumber = caller.role === 'anyone' ? null : caller.subject
    const opening = { day: clock.today(), role: roleOf(caller), staffNumber, reason, opened, approvedBy }
    const entry = entryOfOpening({ access: random.uuid() as AccessId, borrower, opening })
    return pipe(
      shortTerm.put(entry),
      TE.map(() => ({ kind: entry.kind, id: entry.id })),
    )
  }

/**
 * Records that somebody opened a record: the day, the role, who it was and why. It waits sealed in the short-term store for
 * the closing of the day, and goes with the borrower. Nothing is written to a log at the moment of a look.
 */
export const recordOpening =
  (library: RunningLibrary, caller: HttpCaller) =>
  (opening: OpeningRequest): TE.TaskEither<HttpFailure, void> =>
    pipe(
      putOpening(library, caller)(opening),
      TE.map(() => undefined),
    )

/** Ms: an entry of a day is not asked for after that day. */
const dayMs = 24 * 3_600_000

/**
 * Records that somebody opened a record, once on a day for each who does: it is opened again and again in the course of one
 * visit, and the day is all that is kept of it. Of several openings at the same time the first that is counted stays. An
 * opening is put before it is counted, so that a process that is killed between the two loses none. An opening of a class is
 * recorded once on a day too.
 */
export const recordOpeningOfDay =
  (library: RunningLibrary, caller: HttpCaller, classOpening = '') =>
  (opening: OpeningRequest): TE.TaskEither<HttpFailure, void> => {
    const { shortTerm, useCaseDependencies } = library
    const staffNumber = caller.role === 'anyone' ? '' : caller.subject
    const day = useCaseDependencies.commandHandling.clock.today()
    const id = [day, caller.role, staffNumber, opening.borrower, classOpening].join(' ').trimEnd()
    const noted = { kind: 'record opened on a day', id } as const
    const countOnce = (key: ShortTermKey): TE.TaskEither<HttpFailure, void> =>
      pipe(
        shortTerm.countUpTo(1, { ...noted, subject: opening.borrower, lastsMs: dayMs }),
        TE.flatMap((isFirst) => (isFirst ? TE.right(undefined) : shortTerm.remove(key))),
      )
    return pipe(
      shortTerm.get(noted),
      TE.flatMap((found): TE.TaskEither<HttpFailure, void> =>
        found === undefined ? pipe(putOpening(library, caller)(opening), TE.flatMap(countOnce)) : TE.right(undefined),
      ),
    )
  }

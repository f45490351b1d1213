import type * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpCaller } from '../tokens/caller'

/** Whose name and address are opened, and why. */
interface Opening {
  readonly borrower: BorrowerId
  readonly reason: string
}

/** In ms: until after the closing of the day, also when it comes a day late. */
const openingLastsMs = 48 * 3_600_000

/**
 * Records that somebody opened a protected name and address: the day, the role, who it was and why. It waits sealed in the
 * short-term store, under a random id, and goes with the borrower. Nothing is written to a log at the moment of a look.
 */
export const recordOpening =
  ({ shortTerm, useCaseDependencies: { commandHandling } }: RunningLibrary, caller: HttpCaller) =>
  ({ borrower, reason }: Opening): TE.TaskEither<HttpFailure, void> => {
    const { clock, random } = commandHandling
    const { role } = caller
    const by = caller.role === 'anyone' ? null : caller.subject
    return shortTerm.put({
      ...{ kind: 'opening of a record', id: random.uuid(), subject: borrower, lastsMs: openingLastsMs },
      value: JSON.stringify({ day: clock.today(), role, by, reason }),
    })
  }

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CopyId } from '../../../../../domain/values/ids'
import { copyWithHolder } from '../../../../../projections/copies/copy-queries'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { waitAtMost } from '../../../../system/concurrency/wait-at-most'
import type { HttpFailure } from '../../problems/http-failure'
import { deadlineToday } from '../deadline-today'
import { readCaughtUpRows } from '../read-caught-up-rows'
import type { PlaceOfCopy } from './copy-answer-codecs'

/** Ms. A request is answered after this time, also while the reactions wait for a store. */
const longestWait = 2_000

/** Whether the queue of the copy's title has been looked at since the last command. */
const isQueueProcessed = (library: RunningLibrary) => async (): Promise<boolean> => {
  const { circulation } = library.positionsOfCommands()
  if (circulation === '') return true
  let isProcessed = false
  await waitAtMost(longestWait)(async () => {
    isProcessed = (await library.waitForReactionsAt(circulation)())._tag === 'Right'
  })
  return isProcessed
}

/** The place of a copy that does not stand anywhere yet. */
export const noPlace = { sendTo: null, pickUpNumber: null, pickUpBy: null } as const

const placeInRows =
  (library: RunningLibrary, copy: CopyId) =>
  (isProcessed: boolean): TE.TaskEither<HttpFailure, PlaceOfCopy> =>
    pipe(
      readCaughtUpRows(library),
      TE.map((rows) => {
        const found = isProcessed ? copyWithHolder(deadlineToday(library))(copy)(rows) : undefined
        if (found === undefined) return { becomes: 'undecided', ...noPlace }
        const { status } = found.copy
        const { pickUpBranch = null, pickUpNumber = null, pickUpBy = null } = found.reservedFor ?? {}
        return { becomes: status, sendTo: status === 'inTransit' ? pickUpBranch : null, pickUpNumber, pickUpBy }
      }),
    )

/** Reads where a copy that staff have in their hands belongs, once the reactions to the last command have run. */
export const readPlaceOfCopy = (library: RunningLibrary, copy: CopyId): TE.TaskEither<HttpFailure, PlaceOfCopy> =>
  pipe(TE.fromTask<boolean, HttpFailure>(isQueueProcessed(library)), TE.chain(placeInRows(library, copy)))

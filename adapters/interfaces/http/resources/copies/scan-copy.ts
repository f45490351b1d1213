import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import type { CommandMetadata } from '../../../../../domain/use-cases/command-metadata'
import { returnCopy } from '../../../../../domain/use-cases/return-copy'
import type { BranchId, CopyId } from '../../../../../domain/values/ids'
import { copyWithHolder } from '../../../../../projections/copies/copy-queries'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { waitAtMost } from '../../../../system/concurrency/wait-at-most'
import type { HttpFailure } from '../../problems/http-failure'
import { readCaughtUpRows } from '../read-rows'
import type { ScannedCopyAnswer } from './answer-codecs'

type ScannedCopy = t.TypeOf<typeof ScannedCopyAnswer>

/** Ms. A scan is answered after this time, also while the reactions wait for a store. */
const longestWait = 2_000

/** Whether the queue of the copy's title has been looked at since the scan. */
const isQueueProcessed = (library: RunningLibrary) => async (): Promise<boolean> => {
  const { circulation } = library.positionsOfCommands()
  if (circulation === '') return true
  let isProcessed = false
  await waitAtMost(longestWait)(async () => {
    isProcessed = (await library.waitForReactionsAt(circulation)())._tag === 'Right'
  })
  return isProcessed
}

const undecided = { becomes: 'undecided', sendTo: null, pickUpNumber: null, pickUpBy: null } as const

const readScannedCopy =
  (library: RunningLibrary, copy: CopyId) =>
  (isProcessed: boolean): TE.TaskEither<HttpFailure, ScannedCopy> =>
    pipe(
      readCaughtUpRows(library),
      TE.map((rows): ScannedCopy => {
        const found = isProcessed ? copyWithHolder(copy)(rows) : undefined
        if (found === undefined) return { copy, ...undecided }
        const { status } = found.copy
        const { pickUpBranch = null, pickUpNumber = null, pickUpBy = null } = found.reservedFor ?? {}
        return { copy, becomes: status, sendTo: status === 'inTransit' ? pickUpBranch : null, pickUpNumber, pickUpBy }
      }),
    )

/** Records that a copy was scanned at a branch, and answers what becomes of it. */
export const scanCopy =
  (library: RunningLibrary) =>
  (copy: CopyId, branch: BranchId, metadata: CommandMetadata): TE.TaskEither<HttpFailure, ScannedCopy> =>
    pipe(
      returnCopy(library.useCaseDependencies)({ ...metadata, copy, branch }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.chainTaskK(() => isQueueProcessed(library)),
      TE.chain(readScannedCopy(library, copy)),
    )

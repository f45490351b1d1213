import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandResult } from '../../../../../domain/command-handling/handle-command'
import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import type { CommandMetadata } from '../../../../../domain/use-cases/command-metadata'
import { isOfflineAct } from '../../../../../domain/use-cases/is-offline-act'
import { recordOfflineReturn } from '../../../../../domain/use-cases/record-offline-return'
import { returnCopy } from '../../../../../domain/use-cases/return-copy'
import type { BranchId, CopyId } from '../../../../../domain/values/ids'
import { dayOf, type Instant } from '../../../../../domain/values/instant'
import { copyWithHolder } from '../../../../../projections/copies/copy-queries'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { waitAtMost } from '../../../../system/concurrency/wait-at-most'
import type { HttpFailure } from '../../problems/http-failure'
import { deadlineToday } from '../deadline-today'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { caseOfScan } from './case-of-scan'
import type { ScannedCopyAnswer } from './copy-answer-codecs'
import { feeOfReturn, foundBy, loanEndedBy, toReimburseFor } from './news-of-scan'

type ScannedCopy = ScannedCopyAnswer
type PlaceOfScannedCopy = Omit<ScannedCopy, 'case' | 'found' | 'fee' | 'toReimburse' | 'loan'>
type RecordedScan = Pick<CommandResult<CopyEvent>, 'events' | 'repeated'>

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

const goesNowhere = { sendTo: null, pickUpNumber: null, pickUpBy: null } as const
const noNews = { found: null, fee: null, toReimburse: null, loan: null } as const

const readScannedCopy =
  (library: RunningLibrary, copy: CopyId) =>
  (isProcessed: boolean): TE.TaskEither<HttpFailure, PlaceOfScannedCopy> =>
    pipe(
      readCaughtUpRows(library),
      TE.map((rows) => {
        const found = isProcessed ? copyWithHolder(deadlineToday(library))(copy)(rows) : undefined
        if (found === undefined) return { copy, becomes: 'undecided', ...goesNowhere }
        const { status } = found.copy
        const { pickUpBranch = null, pickUpNumber = null, pickUpBy = null } = found.reservedFor ?? {}
        return { copy, becomes: status, sendTo: status === 'inTransit' ? pickUpBranch : null, pickUpNumber, pickUpBy }
      }),
    )

const answerScan =
  (library: RunningLibrary, copy: CopyId, at: Instant) =>
  (scan: RecordedScan): TE.TaskEither<HttpFailure, ScannedCopy> => {
    const { case: ofCase, isRun } = caseOfScan(scan.events)
    if (!isRun) return TE.right({ copy, becomes: 'caseForStaff', ...goesNowhere, case: ofCase, ...noNews })
    return pipe(
      TE.fromTask<boolean, HttpFailure>(isQueueProcessed(library)),
      TE.chain(readScannedCopy(library, copy)),
      TE.map((scanned) => ({
        ...{ ...scanned, case: ofCase, found: foundBy(scan), toReimburse: toReimburseFor(scan, copy)(library.rows) },
        ...{ fee: feeOfReturn(scan, copy, dayOf(at))(library.rows), loan: loanEndedBy(scan) },
      })),
    )
  }

/** Records that a copy was scanned at a branch, and answers what becomes of it. */
export const handleCopyScanRequest =
  (library: RunningLibrary) =>
  (copy: CopyId, branch: BranchId, metadata: CommandMetadata): TE.TaskEither<HttpFailure, ScannedCopy> => {
    const { useCaseDependencies } = library
    const isOffline = isOfflineAct(useCaseDependencies.commandHandling.clock)(metadata.at)
    const recordScan = isOffline ? recordOfflineReturn : returnCopy
    return pipe(
      recordScan(useCaseDependencies)({ ...metadata, copy, branch }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.chain(answerScan(library, copy, metadata.at)),
    )
  }

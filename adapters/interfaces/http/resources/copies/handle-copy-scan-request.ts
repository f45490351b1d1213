import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import { wasCountedAsLateBeforeCorrection } from '../../../../../domain/copy/history/copy-history'
import type { CommandMetadata } from '../../../../../domain/use-cases/command-metadata'
import { isOfflineAct } from '../../../../../domain/use-cases/is-offline-act'
import { recordOfflineReturn } from '../../../../../domain/use-cases/record-offline-return'
import { returnCopy } from '../../../../../domain/use-cases/return-copy'
import type { BranchId, CopyId, OfflineCaseId } from '../../../../../domain/values/ids'
import { copyWithHolder } from '../../../../../projections/copies/copy-queries'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { waitAtMost } from '../../../../system/concurrency/wait-at-most'
import type { HttpFailure } from '../../problems/http-failure'
import { deadlineToday } from '../deadline-today'
import { readCaughtUpRows } from '../read-caught-up-rows'
import type { ScannedCopyAnswer } from './copy-answer-codecs'

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

const goesNowhere = { sendTo: null, pickUpNumber: null, pickUpBy: null } as const

/** What staff must resolve, and whether the return is run. */
interface ReturnCase {
  readonly case: OfflineCaseId | null
  readonly isRun: boolean
}

const noCase: ReturnCase = { case: null, isRun: true }

/** Also a corrected end of a loan that was counted as late, and a renewal that is now after the end of its loan. */
const caseOf = (event: CopyEvent): ReadonlyArray<ReturnCase> => {
  if (event.type === 'UnmatchedActRecorded' && event.sealed.unmatched._tag === 'Plain') {
    const isRun = event.sealed.unmatched.value.because !== 'copyUnknown'
    return [{ case: event.open.unmatched as string as OfflineCaseId, isRun }]
  }
  return event.type === 'RenewalConflictRecorded' ||
    (event.type === 'LoanEndCorrected' && wasCountedAsLateBeforeCorrection(event))
    ? [{ case: event.open.loan as string as OfflineCaseId, isRun: true }]
    : []
}

/** The case that a return of an offline machine is for staff. A return that is not run as it was sent comes first. */
const caseIn = (events: ReadonlyArray<CopyEvent>): ReturnCase => {
  const unmatched = events.filter(({ type }) => type === 'UnmatchedActRecorded')
  return [...unmatched, ...events].flatMap(caseOf)[0] ?? noCase
}

const readScannedCopy =
  (library: RunningLibrary, copy: CopyId) =>
  (isProcessed: boolean): TE.TaskEither<HttpFailure, Omit<ScannedCopy, 'case'>> =>
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
  (library: RunningLibrary, copy: CopyId) =>
  (events: ReadonlyArray<CopyEvent>): TE.TaskEither<HttpFailure, ScannedCopy> => {
    const { case: ofCase, isRun } = caseIn(events)
    if (!isRun) return TE.right({ copy, becomes: 'caseForStaff', ...goesNowhere, case: ofCase })
    return pipe(
      TE.fromTask<boolean, HttpFailure>(isQueueProcessed(library)),
      TE.chain(readScannedCopy(library, copy)),
      TE.map((scanned) => ({ ...scanned, case: ofCase })),
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
      TE.chain(({ events }) => answerScan(library, copy)(events)),
    )
  }

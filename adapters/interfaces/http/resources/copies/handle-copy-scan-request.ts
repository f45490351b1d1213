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
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { caseOfScan } from './case-of-scan'
import type { ScannedCopyAnswer } from './copy-answer-codecs'
import { feeOfReturn, foundBy, loanEndedBy, toReimburseFor } from './news-of-scan'
import { noPlace, readPlaceOfCopy } from './read-place-of-copy'

type ScannedCopy = ScannedCopyAnswer
type RecordedScan = Pick<CommandResult<CopyEvent>, 'events' | 'repeated'>

const noNews = { found: null, fee: null, toReimburse: null, loan: null } as const

const answerScan =
  (library: RunningLibrary, copy: CopyId, at: Instant) =>
  (scan: RecordedScan): TE.TaskEither<HttpFailure, ScannedCopy> => {
    const { case: ofCase, isRun } = caseOfScan(scan.events)
    if (!isRun) return TE.right({ copy, becomes: 'caseForStaff', ...noPlace, case: ofCase, ...noNews })
    return pipe(
      readPlaceOfCopy(library, copy),
      TE.map((place) => ({
        ...{
          copy,
          ...place,
          case: ofCase,
          found: foundBy(scan),
          toReimburse: toReimburseFor(scan, copy)(library.rows),
        },
        fee: feeOfReturn(scan, copy, dayOf(at))(library.rows),
        loan: loanEndedBy(scan, copy, dayOf(at))(library.rows),
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

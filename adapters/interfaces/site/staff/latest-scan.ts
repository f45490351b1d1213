import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LatestScan } from '../../pages/returns/undone-return'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { StaffFormRequest } from './define-staff-page'
import type { ScanCopy } from './scan-copy'
import { undoScannedReturn } from './undo-scanned-return'

/** Does what a form asks for a copy, on a page that shows scans and the returns that are undone. */
export type RunScan = (request: StaffFormRequest) => TE.TaskEither<HttpFailure, NonNullable<LatestScan>>

/** Runs a scan. */
export const runScan =
  (scanCopy: ScanCopy): RunScan =>
  (request) =>
    pipe(
      scanCopy(request),
      TE.map((scanned) => ({ scanned })),
    )

/** Undoes the return that a scan has made. */
export const undoReturnOfScan: RunScan = (request) =>
  pipe(
    undoScannedReturn(request),
    TE.map((undone) => ({ undone })),
  )

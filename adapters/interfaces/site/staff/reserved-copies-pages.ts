import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BranchId, CopyId, TitleId } from '../../../../domain/values/ids'
import { nameOfTitle } from '../../../../projections/copies/copy-queries'
import {
  PickUpShelfView,
  PullListView,
  TransitView,
  type ReservedCopiesProps,
  type ReservedCopy,
} from '../../pages/staff-lists/reserved-copies-views'
import { staffListsTexts as texts } from '../../pages/staff-lists/staff-lists-texts'
import { branchName } from '../../http/resources/policy/branch-name'
import type { HttpFailure } from '../../http/problems/http-failure'
import { sendCopyRoute } from '../../http/resources/copies/send-copy-route'
import {
  readPickUpShelfRoute,
  readSetAsideCopiesRoute,
} from '../../http/resources/reserved-copies/list-reserved-copies-routes'
import { readPullListRoute, recordNotFoundOnPullListRoute } from '../../http/resources/reserved-copies/pull-list-routes'
import type { Route } from '../../http/route/route'
import type { FormOutcome } from '../page/site-page'
import { defineStaffPage, type StaffFormRequest, type StaffRequest } from './define-staff-page'
import { runScan, undoReturnOfScan, type RunScan } from './latest-scan'
import { pageOfList } from './page-of-list'
import { readAfterCommand } from './read-after-command'
import { findScannedCopy, receiveScannedCopy } from './scan-copy'

type Props = TE.TaskEither<HttpFailure, ReservedCopiesProps>

interface ListedCopy {
  readonly copy: CopyId
  readonly title: TitleId
  readonly pickUpBranch: BranchId
  readonly pickUpNumber?: string | null
  readonly pickUpBy?: ReservedCopy['pickUpBy']
  readonly shelfMark?: string | null
  readonly onPickUpShelf?: boolean
}

const toReservedCopy =
  (request: StaffRequest) =>
  ({ copy, title, pickUpBranch, ...listed }: ListedCopy): ReservedCopy => ({
    ...{ copy, name: nameOfTitle(title)(request.library.rows) ?? title },
    ...{ pickUpBranch: branchName(request.library)(pickUpBranch), pickUpBranchCode: pickUpBranch },
    ...{ shelfMark: listed.shelfMark ?? null, onPickUpShelf: listed.onPickUpShelf ?? false },
    ...{ pickUpNumber: listed.pickUpNumber ?? null, pickUpBy: listed.pickUpBy ?? null },
  })

interface ListedCopies {
  readonly copies: ReadonlyArray<ListedCopy>
  readonly next: string | null
}

/** Reads a list of the branch. */
const readList =
  (route: Route<ListedCopies>) =>
  (request: StaffRequest): Props =>
    pipe(
      request.run(route, { params: { branch: request.workplace.branch }, query: pageOfList(request) }),
      TE.map(({ body: { copies, next } }) => ({
        ...{ copies: copies.map(toReservedCopy(request)), next, latest: undefined },
      })),
    )

const readPullList = readList(readPullListRoute)
const readPickUpShelf = readList(readPickUpShelfRoute)
const readSetAside = readList(readSetAsideCopiesRoute)

/** Scans a copy, or undoes the return that a scan has made, and shows what becomes of it, with the list as it is then. */
const runAndShow =
  (run: RunScan, read: (request: StaffRequest) => Props) =>
  (request: StaffFormRequest): TE.TaskEither<HttpFailure, FormOutcome<ReservedCopiesProps>> =>
    pipe(
      run(request),
      TE.flatMap((latest) =>
        pipe(
          readAfterCommand(request)(read(request)),
          TE.map((props) => ({ content: { ...props, latest } })),
        ),
      ),
    )

/** The pull list of the branch. */
export const pullListPage = defineStaffPage<ReservedCopiesProps>({
  path: '/skranke/plukliste',
  title: texts.pullListTitle,
  read: readPullList,
  view: PullListView,
  forms: {
    found: runAndShow(runScan(findScannedCopy), readPullList),
    undo: runAndShow(undoReturnOfScan, readPullList),
    notFound: ({ run, fields, workplace: { branch }, idempotencyKey }) =>
      pipe(
        run(recordNotFoundOnPullListRoute, { params: { branch, copy: fields['of'] }, idempotencyKey }),
        TE.map(() => ({ to: '/skranke/plukliste', done: 'notFound' })),
      ),
  },
  doneTexts: { notFound: texts.notFoundDone },
})

/** The pick-up shelf of the branch. */
export const pickUpShelfPage = defineStaffPage<ReservedCopiesProps>({
  path: '/skranke/afhentning',
  title: texts.shelfTitle,
  read: readPickUpShelf,
  view: PickUpShelfView,
})

/** What arrives at the branch, and what waits to be sent from it. */
export const transitPage = defineStaffPage<ReservedCopiesProps>({
  path: '/skranke/forsendelse',
  title: texts.transitTitle,
  read: readSetAside,
  view: TransitView,
  forms: {
    arrived: runAndShow(runScan(receiveScannedCopy), readSetAside),
    undo: runAndShow(undoReturnOfScan, readSetAside),
    send: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(sendCopyRoute, { params: { copy: fields['of'] }, body: { to: fields['to'] }, idempotencyKey }),
        TE.map(() => ({ to: '/skranke/forsendelse', done: 'sent' })),
      ),
  },
  doneTexts: { sent: texts.sent },
})

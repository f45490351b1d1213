import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { QueueView, type QueueProps } from '../../pages/staff-lists/queue-view'
import { staffListsTexts as texts } from '../../pages/staff-lists/staff-lists-texts'
import { branchName } from '../../http/resources/policy/branch-name'
import type { HttpFailure } from '../../http/problems/http-failure'
import { cancelReservationRoute } from '../../http/resources/reservations/cancel-reservation-route'
import { readQueueRoute } from '../../http/resources/titles/read-queue-route'
import { readTitleRoute } from '../../http/resources/titles/read-title-route'
import { requireConfirmation } from '../page/require-confirmation'
import { defineStaffPage, type StaffRequest } from './define-staff-page'
import { scannedCode } from './scan-copy'

const path = '/skranke/titel'

const readQueue = (request: StaffRequest, title: string): TE.TaskEither<HttpFailure, QueueProps> =>
  pipe(
    request.run(readTitleRoute, { params: { title } }),
    TE.bindTo('known'),
    TE.bind('queue', () => request.run(readQueueRoute, { params: { title } })),
    TE.map(({ known: { body }, queue }) => ({
      queue: {
        ...{ title: body.title, name: body.name, author: body.author },
        copies: Object.entries(body.byStatus).map(([status, count]) => ({ status, count })),
        places: queue.body.places.map(({ pickUpBranch, ...place }, n) => ({
          ...{ ...place, place: n + 1, pickUpBranch: branchName(request.library)(pickUpBranch) },
        })),
      },
    })),
  )

const pageOf = (title: string): string => `${path}?title=${encodeURIComponent(title)}`

/** The queue of a title. */
export const queuePage = defineStaffPage<QueueProps>({
  path,
  title: texts.queueTitle,
  read: (request) =>
    request.query['title'] === undefined ? TE.right({ queue: undefined }) : readQueue(request, request.query['title']),
  view: QueueView,
  forms: {
    show: (request) =>
      pipe(
        request.run(readTitleRoute, { params: { title: scannedCode(request) } }),
        TE.map(({ body: { title } }) => ({ to: pageOf(title) })),
      ),
    cancel: ({ run, query, fields, idempotencyKey }) =>
      pipe(
        requireConfirmation(fields, texts.confirmCancelFirst),
        TE.flatMap(() =>
          run(cancelReservationRoute, { params: { title: query['title'], reservation: fields['of'] }, idempotencyKey }),
        ),
        TE.map(() => ({ to: pageOf(query['title'] ?? ''), done: 'cancelled' })),
      ),
  },
  doneTexts: { cancelled: texts.cancelled },
})

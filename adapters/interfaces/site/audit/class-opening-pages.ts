import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import {
  ClassOpeningView,
  RequestClassOpeningView,
  type ClassOpeningProps,
} from '../../pages/audit/class-opening-views'
import { classOpeningTexts as texts, classOpeningTitles } from '../../pages/audit/class-opening-texts'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import type { HttpFailure } from '../../http/problems/http-failure'
import { classOpenerOf } from '../../http/resources/class-openings/class-opening-codecs'
import {
  approveClassOpeningRoute,
  readClassOpeningRoute,
  requestClassOpeningRoute,
} from '../../http/resources/class-openings/class-opening-routes'
import { replayUnderOpeningRoute } from '../../http/resources/class-openings/replay-under-opening-route'
import { defineSitePage } from '../page/define-site-page'
import type { FormRequest, PageRequest } from '../page/site-page'

const path = '/revision/aabning'
const pathOf = (opening: string | undefined): string => `${path}/${encodeURIComponent(opening ?? '')}`

/** Asks that one kind of data is opened. */
export const requestClassOpeningPage = defineSitePage<object>({
  path,
  title: classOpeningTitles.request,
  roles: administratorsAndAuditors,
  read: () => TE.right({}),
  view: RequestClassOpeningView,
  forms: {
    request: ({ run, fields: { class: name, reason, hours }, idempotencyKey }) =>
      pipe(
        run(requestClassOpeningRoute, { body: { class: name, reason, hours: Number(hours) }, idempotencyKey }),
        TE.map(({ body }) => ({ to: pathOf(body.opening) })),
      ),
  },
})

/** Who asked and why is for administrators, who approve. */
const readOpening = ({ run, params, caller }: PageRequest): TE.TaskEither<HttpFailure, ClassOpeningProps> =>
  pipe(
    run(readClassOpeningRoute, { params }),
    TE.map(({ body: { class: name, hours, isApproved, role, reason, staffNumber } }) => {
      const reader = classOpenerOf(caller)
      const isOwn = role === reader.role && staffNumber === reader.subject
      const isAdministrator = caller.role === 'administrator'
      const who = isAdministrator ? { reason, requestedBy: staffNumber } : { reason: null, requestedBy: null }
      return {
        opening: { ...{ class: name, hours, isApproved, role }, ...who },
        mayApprove: isAdministrator && !isApproved && staffNumber !== reader.subject,
        ...{ mayUse: isOwn && isApproved, replay: undefined },
      }
    }),
  )

const replayWithOpening = (
  request: FormRequest,
): TE.TaskEither<HttpFailure, { readonly content: ClassOpeningProps }> => {
  const { run, params, fields, idempotencyKey } = request
  const { subject, id, at = '' } = fields
  return pipe(
    run(replayUnderOpeningRoute, { params, body: { subject, id, ...(at === '' ? {} : { at }) }, idempotencyKey }),
    TE.bindTo('replayed'),
    TE.bind('read', () => readOpening(request)),
    TE.map(
      ({
        replayed: {
          body: { facts, steps, damagedEvents },
        },
        read,
      }) => ({
        content: { ...read, replay: { facts, steps, damagedEvents, next: null } },
      }),
    ),
  )
}

/** An opening: a second person approves it, and whoever asked replays records with it. */
export const classOpeningPage = defineSitePage<ClassOpeningProps>({
  path: `${path}/:opening`,
  title: classOpeningTitles.opening,
  isInMenu: false,
  roles: administratorsAndAuditors,
  read: readOpening,
  view: ClassOpeningView,
  forms: {
    approve: ({ run, params, idempotencyKey }) =>
      pipe(
        run(approveClassOpeningRoute, { params, idempotencyKey }),
        TE.map(() => ({ to: pathOf(params['opening']), done: 'approved' })),
      ),
    replay: replayWithOpening,
  },
  doneTexts: { approved: texts.wasApproved },
})

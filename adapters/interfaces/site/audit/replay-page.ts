import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { auditTexts as texts, auditTitles } from '../../pages/audit/audit-texts'
import { replayForm, ReplayView, type ReplayProps, type ReplayWish } from '../../pages/audit/replay-view'
import type { ShownReplay } from '../../pages/audit/shown-replay'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { fieldFailure } from '../../http/problems/field-failure'
import type { HttpFailure } from '../../http/problems/http-failure'
import { compareReplaysRoute, listReplayStepsRoute, readReplayRoute } from '../../http/resources/replays/replay-routes'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'
import { formProblemOf } from '../page/form-problem'
import type { PageRequest } from '../page/site-page'

/** What the address asks for. An empty field was not filled in. */
const wishOf = ({ query }: PageRequest): ReplayWish =>
  Object.fromEntries(
    ['subject', 'id', 'at', 'position', 'compareWith'].flatMap((name) => {
      const value = query[name]?.trim() ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )

const compare = ({ run }: PageRequest, wish: ReplayWish): TE.TaskEither<HttpFailure, ShownReplay> =>
  pipe(
    run(compareReplaysRoute, {
      params: { subject: wish.subject, id: wish.id },
      query: { from: wish.at, until: wish.compareWith },
    }),
    TE.map(({ body: { changes, damagedEvents } }) => ({ changes, damagedEvents })),
  )

/** How many events a page shows. */
const stepsOnPage = '20'

const replay = (
  request: PageRequest,
  { subject, id, at, position }: ReplayWish,
): TE.TaskEither<HttpFailure, ShownReplay> => {
  const params = { subject, id }
  const point = { ...(at === undefined ? {} : { at }), ...(position === undefined ? {} : { position }) }
  return pipe(
    request.run(readReplayRoute, { params, query: point }),
    TE.bindTo('state'),
    TE.bind('events', () =>
      request.run(listReplayStepsRoute, { params, query: { ...point, limit: stepsOnPage, ...cursorOf(request) } }),
    ),
    TE.map(({ state, events }) => ({
      ...{ facts: state.body.facts, damagedEvents: state.body.damagedEvents },
      ...{ steps: events.body.steps, next: events.body.next },
    })),
  )
}

const show = (request: PageRequest, wish: ReplayWish): TE.TaskEither<HttpFailure, ShownReplay | undefined> => {
  if (wish.id === undefined) return TE.right(undefined)
  return wish.compareWith === undefined ? replay(request, wish) : compare(request, wish)
}

/** The fields of the form by what the routes call them. */
const pointersOfFields: Readonly<Record<string, string>> = { '/from': '/at', '/until': '/compareWith' }

/** What is wrong with the form, each beside its field. A failure of the library is no fault of the form. */
const refuse =
  ({ language, query }: PageRequest, wish: ReplayWish) =>
  (failure: HttpFailure): TE.TaskEither<HttpFailure, ReplayProps> => {
    const { status, ...problem } = formProblemOf(language)(failure)
    if (status >= 500) return TE.left(failure)
    const textByPointer = Object.fromEntries(
      Object.entries(problem.textByPointer).map(([pointer, text]) => [pointersOfFields[pointer] ?? pointer, text]),
    )
    const refused = { name: replayForm, fields: query, problem: { ...problem, textByPointer } }
    return TE.right({ wish, replay: undefined, refused })
  }

/** Refuses a form that was sent without an id, or with a day and a position. */
const checkWish = ({ query }: PageRequest, wish: ReplayWish): E.Either<HttpFailure, void> => {
  if (query['id'] !== undefined && wish.id === undefined) return E.left(fieldFailure('query', 'id', texts.idIsMissing))
  return wish.position !== undefined && (wish.at !== undefined || wish.compareWith !== undefined)
    ? E.left(fieldFailure('query', 'position', texts.dayOrPosition))
    : E.right(undefined)
}

/** Replays records, for auditors and administrators: a form, the state, and the events that made it. */
export const replayPage = defineSitePage<ReplayProps>({
  path: '/revision',
  title: auditTitles.replay,
  roles: administratorsAndAuditors,
  read: (request) => {
    const wish = wishOf(request)
    return pipe(
      TE.fromEither(checkWish(request, wish)),
      TE.flatMap(() => show(request, wish)),
      TE.map((shown): ReplayProps => ({ wish, replay: shown, refused: undefined })),
      TE.orElse(refuse(request, wish)),
    )
  },
  view: ReplayView,
})

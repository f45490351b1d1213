import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { auditTexts as texts, auditTitles } from '../../pages/audit/audit-texts'
import type { FormProblem } from '../../pages/layout/page-frame'
import { ReplayView, type ReplayProps, type ReplayWish } from '../../pages/audit/replay-view'
import type { ShownReplay } from '../../pages/audit/shown-replay'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
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

const labels: Readonly<Record<string, TextInBothLanguages>> = {
  ...{ '/subject': texts.subject, '/id': texts.id, '/at': texts.at, '/from': texts.at },
  ...{ '/position': texts.position, '/until': texts.compareWith },
}

/** What is wrong with each field, or that nothing was found. */
const problemText = (language: MessageLanguage, { detail, textByPointer }: Omit<FormProblem, 'title'>): string => {
  const wrong = Object.entries(textByPointer).map(
    ([pointer, text]) => `${labels[pointer]?.[language] ?? pointer}: ${text}.`,
  )
  return wrong.length === 0 ? detail : wrong.join(' ')
}

/** Replays records, for auditors and administrators: a form, the state, and the events that made it. */
export const replayPage = defineSitePage<ReplayProps>({
  path: '/revision',
  title: auditTitles.replay,
  roles: administratorsAndAuditors,
  read: (request) => {
    const wish = wishOf(request)
    if (request.query['id']?.trim() === '')
      return TE.right({ wish, replay: undefined, problem: texts.idIsMissing[request.language] })
    return pipe(
      show(request, wish),
      TE.map((shown): ReplayProps => ({ wish, replay: shown, problem: undefined })),
      TE.orElse((failure): TE.TaskEither<HttpFailure, ReplayProps> => {
        const { status, ...wrong } = formProblemOf(request.language)(failure)
        const problem = problemText(request.language, wrong)
        return status >= 500 ? TE.left(failure) : TE.right({ wish, replay: undefined, problem })
      }),
    )
  },
  view: ReplayView,
})

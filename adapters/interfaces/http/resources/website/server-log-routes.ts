import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { openServerLog } from '../../../../../domain/use-cases/open-server-log'
import type { ServerLogOfHour } from '../../../../../domain/use-cases/read-server-log-of-day'
import { addDays } from '../../../../../domain/values/day'
import { addMonths, lastDayOfMonth, monthOf } from '../../../../../domain/values/month'
import { serverLogDays, serverLogOpenings } from '../../../../../projections/website/website-queries'
import type { ServerLogOpeningRow } from '../../../../../projections/website/website-tables'
import { defaultRetentionPeriods } from '../../../../../retention/classes/retention-periods'
import { administratorsAndAuditors, operatorsOnly } from '../../access/caller-roles-of-routes'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import type { HttpCaller } from '../../tokens/caller'
import {
  OpenedServerLog,
  ServerLogDaysAnswer,
  ServerLogOpeningBody,
  ServerLogOpeningsAnswer,
  ServerLogPathParameters,
} from './server-log-codecs'

const { serverLogDays: retentionDays, serverLogOpeningMonths } = defaultRetentionPeriods

/** The day on which the server log of a day is forgotten. */
const endOfDay = addDays(retentionDays)

export const listServerLogDaysRoute = defineReadRoute({
  path: '/server-log',
  name: 'listServerLogDays',
  summary: 'List the days whose server log of the website is not erased, with the day on which each is forgotten',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  answer: ServerLogDaysAnswer,
  handle: ({ library: { rows } }) => {
    const days = serverLogDays(rows).map((day) => ({ day, forgottenOn: endOfDay(day) }))
    return TE.right(answerWithBody({ days }))
  },
})

/** The subject of the token: who opens it. */
const subjectOf = (caller: HttpCaller): string => (caller.role === 'anyone' ? '' : caller.subject)

const sortKey = ({ hour, address, browser }: { hour: number; address: string; browser: string }): string =>
  `${String(hour).padStart(2, '0')} ${address} ${browser}`

const linesOf = (hours: ReadonlyArray<ServerLogOfHour>) =>
  hours
    .flatMap(({ hour, lines }) => lines.map((line) => ({ hour, ...line })))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))

/** A POST, because it records the opening. Without a reason nothing is shown; and nothing is, when it cannot be recorded. */
export const openServerLogRoute = defineCommandRoute({
  method: 'post',
  path: '/server-log/:day/openings',
  name: 'openServerLog',
  summary:
    'Open the server log of a closed day, with a written reason, which is recorded and listed for the data protection officer: address, browser and hour, no page and no person',
  tag: 'Administration',
  roles: operatorsOnly,
  params: ServerLogPathParameters,
  body: ServerLogOpeningBody,
  answer: OpenedServerLog,
  handle: ({ params: { day }, body: { reason }, caller, library, origin }) =>
    pipe(
      openServerLog(library.useCaseDependencies)({
        ...{ day, reason, openedBy: subjectOf(caller), origin },
        at: library.useCaseDependencies.commandHandling.clock.now(),
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(({ hours }) => answerWithBody({ day, forgottenOn: endOfDay(day), lines: linesOf(hours) })),
    ),
})

const pageOfOpenings = pageOfSortedList(
  ({ openedOn, serverLogOpening }: ServerLogOpeningRow) => `${openedOn} ${serverLogOpening}`,
)

const withEnd = (opening: ServerLogOpeningRow) => ({
  ...opening,
  forgottenOn: pipe(monthOf(opening.openedOn), addMonths(serverLogOpeningMonths), lastDayOfMonth),
})

export const listServerLogOpeningsRoute = defineReadRoute({
  path: '/server-log/openings',
  name: 'listServerLogOpenings',
  summary: 'List who opened the server log of which day in the last six months, and why, the earliest first',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: PageQuery,
  answer: ServerLogOpeningsAnswer,
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfOpenings(query)(serverLogOpenings(rows))
    return TE.right(answerWithBody({ openings: entries.map(withEnd), next }))
  },
})

/** The server log of the website: its days, the opening of one, and who opened one. */
export const serverLogRoutes = [listServerLogDaysRoute, openServerLogRoute, listServerLogOpeningsRoute]

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { serverLogPath } from '../../pages/administration/administration-paths'
import { administrationTitles } from '../../pages/administration/administration-texts'
import { OpenedServerLogView } from '../../pages/administration/opened-server-log-view'
import { ServerLogView } from '../../pages/administration/server-log-view'
import type { OpenedServerLog, ShownServerLogDay } from '../../pages/administration/shown-server-log'
import { operatorsOnly } from '../../http/access/caller-roles-of-routes'
import { listServerLogDaysRoute, openServerLogRoute } from '../../http/resources/website/server-log-routes'
import { defineSitePage } from '../page/define-site-page'
import type { FormRequest, PageRequest } from '../page/site-page'
import { viewOfEither } from '../page/view-of-either'

type Days = { readonly days: ReadonlyArray<ShownServerLogDay> }

const readDays = ({ run }: Pick<PageRequest, 'run'>) =>
  pipe(
    run(listServerLogDaysRoute),
    TE.map(({ body: { days } }): Days => ({ days: days.toReversed() })),
  )

/** The hour whose button was pressed; undefined when the day was opened. */
const hourOf = ({ fields }: FormRequest): number | undefined => {
  const hour = fields['of'] ?? ''
  return /^\d{1,2}$/.test(hour) ? Number(hour) : undefined
}

/** Opens the day: the opening is recorded, once for each key of a form. */
const open = (request: FormRequest) => {
  const { run, fields, idempotencyKey } = request
  return pipe(
    run(openServerLogRoute, { params: { day: fields['day'] }, body: { reason: fields['reason'] }, idempotencyKey }),
    TE.map(({ body: { day, lines, forgottenOn } }) => ({
      content: {
        ...{ day, lines, forgottenOn, hour: hourOf(request) },
        ...{ reason: fields['reason'] ?? '', formKey: idempotencyKey },
      },
    })),
  )
}

/** Where an administrator opens the server log of a day with a reason. The answer to the form shows it. */
export const serverLogPage = defineSitePage<OpenedServerLog | Days>({
  path: serverLogPath,
  title: administrationTitles.serverLog,
  roles: operatorsOnly,
  read: readDays,
  view: viewOfEither((content): content is OpenedServerLog => 'lines' in content, OpenedServerLogView, ServerLogView),
  forms: { open },
})

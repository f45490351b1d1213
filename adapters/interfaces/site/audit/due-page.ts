import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../domain/values/day'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import type { HttpFailure } from '../../http/problems/http-failure'
import { auditTitles } from '../../pages/audit/audit-texts'
import { DueView } from '../../pages/audit/due-view'
import { backgroundViewOf, readAnewForm } from '../../pages/background/background-view'
import { defineSitePage } from '../page/define-site-page'
import { readInBackground } from '../page/read-in-background'
import type { PageRequest } from '../page/site-page'

const path = '/revision/forfald'

/** The day that was chosen, or today. */
const dayOf = ({ query: { at = '' }, library }: PageRequest): E.Either<HttpFailure, Day> => {
  if (at === '') return E.right(library.audit.today())
  return Day.is(at) ? E.right(at) : E.left({ _tag: 'RequestIsInvalid', errors: [] })
}

/** What was due at the end of a day: today unless another day is chosen. Both logs are read for it, beside the requests. */
export const duePage = defineSitePage({
  path,
  title: auditTitles.due,
  roles: administratorsAndAuditors,
  read: (request) =>
    pipe(
      TE.fromEither(dayOf(request)),
      TE.flatMap((day) =>
        readInBackground(request.library.audit.inBackground.dueByClass(day), (byClass) => ({
          ...{ day, classes: byClass.map(([name, counts]) => ({ class: name, ...counts })) },
        })),
      ),
    ),
  view: backgroundViewOf(DueView),
  forms: {
    [readAnewForm]: (request) =>
      pipe(
        TE.fromEither(dayOf(request)),
        TE.map((day) => {
          request.library.audit.inBackground.dueByClass(day).beginAnew()
          return { to: `${path}?at=${day}` }
        }),
      ),
  },
})

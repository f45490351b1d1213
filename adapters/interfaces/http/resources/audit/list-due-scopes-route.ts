import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { ScopeClassCodec } from '../../../../../domain/erasure/scope-class-codec'
import { Day } from '../../../../../domain/values/day'
import { EventId, ScopeId } from '../../../../../domain/values/ids'
import { countDueByClass } from '../../../../../retention/completeness/count-due-by-class'
import type { ScopeDueAtDay } from '../../../../../retention/completeness/due-scopes-fold'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { LogNameCodec } from '../../codecs/log-name-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const DueScopeAnswer = objectCodec('DueScope', {
  log: LogNameCodec,
  class: ScopeClassCodec,
  scope: ScopeId,
  dueWith: t.string,
  trigger: EventId,
  erasableFrom: t.string,
  declaredOn: nullableCodec(t.string),
})

const pageOfDue = pageOfSortedList(({ log, class: name, scope }: ScopeDueAtDay) => `${log} ${name} ${scope}`)

const toAnswer = ({ due, ...scope }: ScopeDueAtDay) => ({ ...scope, dueWith: due.on })

export const listDueScopesRoute = defineReadRoute({
  path: '/due-scopes',
  name: 'listDueScopes',
  summary:
    'List what was due for erasure at the end of a day (today unless you say), or will be, and when it was declared due: from the open parts of both logs alone, which are read for each page',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: objectCodec('DueScopesQuery', {}, { ...PageQuery.optional, at: Day }),
  answer: objectCodec('DueScopes', {
    day: Day,
    byClass: t.record(t.string, objectCodec('DueOfClass', { due: CountCodec, erased: CountCodec })),
    scopes: listCodec(DueScopeAnswer),
    ...nextPageMember,
  }),
  handle: ({ query: { at, ...page }, library: { audit } }) => {
    const day = at ?? audit.today()
    return pipe(
      TE.fromTask<ReadonlyArray<ScopeDueAtDay>, HttpFailure>(() => audit.dueAt(day, () => undefined)),
      TE.map((due) => {
        const { entries, next } = pageOfDue(page)(due)
        return answerWithBody({
          day,
          byClass: Object.fromEntries(countDueByClass(due)),
          scopes: entries.map(toAnswer),
          next,
        })
      }),
    )
  },
})

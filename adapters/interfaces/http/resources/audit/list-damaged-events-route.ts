import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { formatEventPlace, type DamagedEvent } from '../../../../processes/damage/damaged-event-registry'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { LogNameCodec } from '../../codecs/log-name-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const DamagedEventAnswer = objectCodec('DamagedEventInLog', {
  log: LogNameCodec,
  stream: t.string,
  revision: CountCodec,
  recorded: nullableCodec(t.string),
  reason: t.string,
})

const pageOfDamaged = pageOfSortedList((event: DamagedEvent) => formatEventPlace(event))

const toAnswer = ({ log, stream, revision, reason, found }: DamagedEvent) => ({
  ...{ log, stream, revision, recorded: found?.recorded ?? null, reason },
})

export const listDamagedEventsRoute = defineReadRoute({
  path: '/damaged-events',
  name: 'listDamagedEvents',
  summary: 'List the events that the library found damaged, by log and stream, and why each cannot be read',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: PageQuery,
  answer: objectCodec('DamagedEvents', { events: listCodec(DamagedEventAnswer), ...nextPageMember }),
  handle: ({ query, library }) => {
    const { entries, next } = pageOfDamaged(query)(library.damagedEvents())
    return TE.right(answerWithBody({ events: entries.map(toAnswer), next }))
  },
})

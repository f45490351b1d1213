import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { LogNameCodec } from '../../codecs/log-name-codec'
import { StreamNameInPath } from '../../codecs/text-pattern-codecs'
import type { ShownEvent } from '../../../../processes/running-library/shown-event'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { borrowersInStream } from './borrowers-in-stream'
import { defineReadRoute } from '../../route/define-route'
import { classesOpenedFor } from '../../access/classes-opened-for'

const EventParts = t.record(t.string, t.unknown)

const ShownEventAnswer = objectCodec(
  'ShownEvent',
  {
    revision: CountCodec,
    type: t.string,
    recorded: t.string,
    stored: objectCodec('StoredEvent', { open: EventParts, sealed: t.record(t.string, t.string) }),
    staff: EventParts,
    forgotten: EventParts,
  },
  { damaged: t.string },
)

/** Revisions are written with as many digits as the largest can have, so that they sort as texts. */
const pageOfEvents = pageOfSortedList(({ revision }: ShownEvent) => String(revision).padStart(16, '0'))

export const showStreamRoute = defineReadRoute({
  path: '/streams/:log/:stream',
  name: 'showStream',
  summary: 'Read a stream event by event: as stored, as staff see it, and as it will read once forgotten',
  tag: 'Administration',
  roles: ['staff', 'auditor', 'administrator'],
  params: objectCodec('StreamPath', { log: LogNameCodec, stream: StreamNameInPath }),
  query: PageQuery,
  answer: objectCodec('ShownStream', { events: listCodec(ShownEventAnswer), ...nextPageMember }),
  opensRecordsOf: borrowersInStream,
  handle: ({ params: { log, stream }, query, library, caller }) =>
    pipe(
      TE.fromTask<ReadonlyArray<ShownEvent>, HttpFailure>(() =>
        library.showStream(log, stream, classesOpenedFor(caller)),
      ),
      TE.filterOrElse(
        (events) => events.length > 0,
        (): HttpFailure => httpRequestFailure('StreamIsUnknown'),
      ),
      TE.map(pageOfEvents(query)),
      TE.map(({ entries, next }) => answerWithBody({ events: entries, next })),
    ),
})

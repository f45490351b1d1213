import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import type { RetentionReport } from '../../../../processes/retention/retention-operations'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { LogNameCodec } from '../../codecs/log-name-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody, type RouteAnswer } from '../../route/route-handler'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'

const ErasingStoppedAnswer = objectCodec(
  'ErasingStopped',
  { because: t.keyof({ missingDays: null, clockWentBack: null }) },
  { from: Day, to: Day, dateToConfirm: Day, lastClosed: Day },
)

const RefusedErasureAnswer = objectCodec('RefusedErasure', {
  log: LogNameCodec,
  stream: t.string,
  revision: CountCodec,
  scopes: CountCodec,
  reason: t.string,
})

const reportFields = {
  today: Day,
  dueNow: CountCodec,
  overdue: CountCodec,
  oldestOverdue: nullableCodec(Day),
  erased: t.record(t.string, CountCodec),
  orphansDestroyed: CountCodec,
  held: CountCodec,
  holdsInForce: CountCodec,
  unreadableHolds: CountCodec,
  waitingFor: listCodec(t.string),
  failed: listCodec(t.string),
  refusedRuns: listCodec(RefusedErasureAnswer),
  unclosedDays: CountCodec,
  lagDays: CountCodec,
  erasingStopped: nullableCodec(ErasingStoppedAnswer),
}

const answerWithReport = (
  readReport: () => Promise<RetentionReport>,
): TE.TaskEither<HttpFailure, RouteAnswer<RetentionReport>> =>
  TE.fromTask(async () => answerWithBody(await readReport()))

export const readRetentionStatusRoute = defineReadRoute({
  path: '/retention',
  name: 'readRetentionStatus',
  summary: 'Read what is due for erasure, what is overdue (must be 0), what delays it, and whether erasing is stopped',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  answer: objectCodec('RetentionStatus', reportFields),
  handle: ({ library: { retention } }) => answerWithReport(() => retention.status()),
})

export const runRetentionRoute = defineCommandRoute({
  method: 'post',
  path: '/retention/runs',
  name: 'runRetention',
  summary: 'Erase what is due now; concurrent runs do the work once',
  tag: 'Administration',
  roles: ['administrator'],
  answer: objectCodec('RetentionRun', reportFields),
  handle: ({ library: { retention } }) => answerWithReport(() => retention.run()),
})

export const confirmDateRoute = defineCommandRoute({
  method: 'post',
  path: '/retention/date-confirmation',
  name: 'confirmDate',
  summary: 'Confirm the date after missed days: until then nothing is erased',
  tag: 'Administration',
  roles: ['administrator'],
  body: objectCodec('DateConfirmation', { today: Day }),
  answer: objectCodec('DateConfirmed', { today: Day }),
  handle: ({ body: { today }, library: { retention } }) =>
    pipe(
      retention.confirmDate(today),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody({ today })),
    ),
})

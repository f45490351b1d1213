import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import type { RetentionReport } from '../../../../processes/running/retention-service'
import { keepers } from '../../access/roles'
import { listOf, nullable } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'
import type { Failure } from '../../problems/failure'
import { answered, type Answered } from '../../route/call'
import { command, read } from '../../route/define'

const report = {
  today: Day,
  dueNow: count,
  overdue: count,
  oldestOverdue: nullable(Day),
  erased: t.record(t.string, count),
  orphansDestroyed: count,
  held: count,
  waitingFor: listOf(t.string),
  failed: listOf(t.string),
  unclosedDays: count,
  lagDays: count,
}

const reported = (ask: () => Promise<RetentionReport>): TE.TaskEither<Failure, Answered<RetentionReport>> =>
  TE.fromTask(async () => answered(await ask()))

export const getRetention = read({
  path: '/retention',
  name: 'readRetention',
  about: 'What is due for erasure, what is overdue (0), and who holds it up',
  area: 'Keeping',
  roles: keepers,
  answer: shape('RetentionStatus', report),
  handle: ({ system: { retention } }) => reported(() => retention.status()),
})

export const runRetention = command({
  method: 'post',
  path: '/retention/runs',
  name: 'runRetention',
  about: 'Erase now what is due; running it twice at once does the work once',
  area: 'Keeping',
  roles: ['administrator'],
  answer: shape('RetentionRun', report),
  handle: ({ system: { retention } }) => reported(() => retention.run()),
})

export const confirmDate = command({
  method: 'post',
  path: '/retention/date-confirmation',
  name: 'confirmDate',
  about: 'Confirm the date once, after days were missed: until then nothing is erased',
  area: 'Keeping',
  roles: ['administrator'],
  body: shape('DateConfirmation', { today: Day }),
  answer: shape('DateConfirmed', { today: Day }),
  handle: ({ body: { today }, system: { library, retention } }) => {
    const now = library.desk.clock.today()
    if (today !== now) return TE.left({ _tag: 'DateIsAnother', today: now })
    return pipe(
      TE.fromTask<{ readonly today: Day }, Failure>(() => retention.confirmDate(today).then(() => ({ today }))),
      TE.map(answered),
    )
  },
})

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { administrationPath } from '../../pages/administration/administration-paths'
import { administrationTitles } from '../../pages/administration/administration-texts'
import { RetentionStatusView } from '../../pages/administration/retention-status-view'
import { retentionTexts as texts } from '../../pages/administration/retention-texts'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { moveClockForwardRoute } from '../../http/resources/administration/move-clock-forward-route'
import {
  confirmDateRoute,
  readRetentionStatusRoute,
  runRetentionRoute,
} from '../../http/resources/administration/retention-routes'
import { defineSitePage } from '../page/define-site-page'
import { mayAct } from './administration-access'

const backWith = (done: string) => TE.map(() => ({ to: administrationPath, done }))

/** The first page of administrators and auditors: the state of erasure. */
export const retentionStatusPage = defineSitePage({
  path: administrationPath,
  title: administrationTitles.retention,
  roles: administratorsAndAuditors,
  read: ({ run, caller, library }) =>
    pipe(
      run(readRetentionStatusRoute),
      TE.map(({ body }) => ({
        retention: body,
        mayAct: mayAct(caller),
        hasSimulatedClock: library.clock.kind === 'simulated',
      })),
    ),
  view: RetentionStatusView,
  forms: {
    run: ({ run, idempotencyKey }) => pipe(run(runRetentionRoute, { idempotencyKey }), backWith('hasRun')),
    confirmDate: ({ run, fields, idempotencyKey }) =>
      pipe(run(confirmDateRoute, { body: { today: fields['today'] }, idempotencyKey }), backWith('confirmed')),
    moveClock: ({ run, fields, idempotencyKey }) =>
      pipe(run(moveClockForwardRoute, { body: { to: fields['to'] }, idempotencyKey }), backWith('moved')),
  },
  doneTexts: { hasRun: texts.hasRun, confirmed: texts.confirmed, moved: texts.moved },
})

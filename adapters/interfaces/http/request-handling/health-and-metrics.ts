import { Router, type Request, type Response } from 'express'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { throwableStoreError } from '../../../stores/throwable-store-error'
import { adviceOnFailingPart } from '../../../processes/failures/advice-on-failing-part'
import { isFullHealth, type Health } from '../../../processes/running-library/health'
import type { GaugeReadings } from '../../../system/telemetry/metrics'
import { roundDownToMetricStep } from '../../../system/telemetry/rounded-metric-counts'
import { authenticateCaller } from '../access/authenticate-caller'
import { operatorsOnly } from '../access/caller-roles-of-routes'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpDependencies } from './http-dependencies'
import { sendProblem } from './send-problem'

/** Whether the caller of a request may see figures of this process. */
type CheckOperator = (request: Request) => TE.TaskEither<HttpFailure, unknown>

const readGauges = async ({ library }: HttpDependencies): Promise<GaugeReadings> => {
  const health = await library.checkHealth()
  if (!isFullHealth(health)) throw throwableStoreError({ _tag: 'StoreUnavailable', reason: 'a store does not answer' })
  const { behind, retention, keyBackup } = health
  const { lagDays } = await library.retention.status()
  return {
    due: retention.due,
    overdue: retention.overdue,
    lagDays,
    behind,
    isKeyBackupTooOld: keyBackup?.isTooOld === true,
    witnesses: library.transparency?.witnessStatuses() ?? [],
  }
}

/**
 * The health of the library and of what its HTTP server needs. That the keys of the issuer cannot be fetched is no reason
 * to send no commands: tokens of keys in memory are accepted.
 */
const readHealth = async ({ library, issuerParts }: HttpDependencies): Promise<Health> => {
  const health = await library.checkHealth()
  const failingParts = (issuerParts?.list() ?? []).map((part) => ({ ...part, whatToDo: adviceOnFailingPart(part) }))
  return {
    ...health,
    ok: health.ok && failingParts.length === 0,
    failingParts: [...health.failingParts, ...failingParts],
  }
}

/** Counts that single commands change are given in steps, also to operators. */
const withRoundedCounts = (health: Health): Health =>
  isFullHealth(health)
    ? {
        ...health,
        behind: Object.fromEntries(
          Object.entries(health.behind).map(([consumer, lag]) => [
            consumer,
            { ...lag, events: roundDownToMetricStep(lag.events) },
          ]),
        ),
        retention: { ...health.retention, due: roundDownToMetricStep(health.retention.due) },
      }
    : health

const routesFor = (settings: HttpDependencies, checkOperator: CheckOperator): Router => {
  const router = Router()
  router.get('/health', async (request, response) => {
    const operator = await checkOperator(request)()
    const health = await readHealth(settings)
    response
      .status(health.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(E.isRight(operator) ? withRoundedCounts(health) : { ok: health.ok })
  })
  for (const question of ['live', 'ready'] as const)
    router.get(`/health/${question}`, async (_request, response) => {
      const { [question]: ok } = await settings.library.checkProcess()
      response
        .status(ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ ok })
    })
  router.get('/metrics', async (request: Request, response: Response) => {
    const operator = await checkOperator(request)()
    if (E.isLeft(operator)) return sendProblem(request, response)(operator.left)
    const { type, text } = await settings.metrics.exposition(await readGauges(settings))
    response.set('Content-Type', type).set('Cache-Control', 'no-store').send(text)
  })
  return router
}

/**
 * Serves `/health`, which tells anybody whether the library is healthy and operators more, and `/metrics`, which only
 * operators may read. An operator has the token of an administrator.
 */
export const healthAndMetrics = (settings: HttpDependencies): Router =>
  routesFor(settings, (request) =>
    authenticateCaller(settings, { roles: operatorsOnly })(request.headers.authorization),
  )

/** The same without tokens, for a port that only operators reach. */
export const operatorHealthAndMetricsRouter = (settings: HttpDependencies): Router =>
  routesFor(settings, () => TE.right(undefined))

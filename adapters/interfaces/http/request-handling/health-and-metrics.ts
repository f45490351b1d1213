import { Router } from 'express'
import { storeError } from '../../../stores/store-error'
import { isFullHealth } from '../../../processes/running-library/health'
import type { GaugeReadings } from '../../../system/telemetry/metrics'
import type { HttpSettings } from './http-settings'
import { recordRouteTemplate } from './log-requests'

const readHealth = async ({ library }: HttpSettings): Promise<GaugeReadings> => {
  const health = await library.checkHealth()
  if (!isFullHealth(health)) throw storeError({ _tag: 'StoreUnavailable', reason: 'a store does not answer' })
  const { behind, retention } = health
  const { lagDays } = await library.retention.status()
  return { due: retention.due, overdue: retention.overdue, lagDays, behind }
}

/**
 * Serves `/health/live` and `/health/ready`, which anybody may ask because they give no detail, and `/health` and
 * `/metrics`: counts, lags and places, nothing personal.
 */
export const healthAndMetrics = (settings: HttpSettings): Router => {
  const router = Router()
  router.get('/health', recordRouteTemplate('/health'), async (_request, response) => {
    const health = await settings.library.checkHealth()
    response
      .status(health.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(health)
  })
  for (const question of ['live', 'ready'] as const)
    router.get(`/health/${question}`, recordRouteTemplate(`/health/${question}`), async (_request, response) => {
      const { [question]: ok } = await settings.library.checkProcess()
      response
        .status(ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ ok })
    })
  router.get('/metrics', recordRouteTemplate('/metrics'), async (_request, response) => {
    const { type, text } = await settings.metrics.exposition(await readHealth(settings))
    response.set('Content-Type', type).send(text)
  })
  return router
}

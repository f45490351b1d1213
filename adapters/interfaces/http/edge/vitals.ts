import { Router } from 'express'
import { storeError } from '../../../stores/store-error'
import { isKnown } from '../../../processes/running/health'
import type { Vitals } from '../../../system/telemetry/metrics'
import type { HttpSettings } from './settings'
import { served } from './watch'

const vitalsOf = async ({ system }: HttpSettings): Promise<Vitals> => {
  const health = await system.health()
  if (!isKnown(health)) throw storeError({ _tag: 'StoreUnavailable', reason: 'a store does not answer' })
  const { behind, retention } = health
  const { lagDays } = await system.retention.status()
  return { due: retention.due, overdue: retention.overdue, lagDays, behind }
}

/** Health and metrics: counts and lags, and nothing of anybody. */
export const vitals = (settings: HttpSettings): Router => {
  const router = Router()
  router.get('/health', served('/health'), async (_request, response) => {
    const health = await settings.system.health()
    response
      .status(health.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(health)
  })
  router.get('/metrics', served('/metrics'), async (_request, response) => {
    const { type, text } = await settings.metrics.exposition(await vitalsOf(settings))
    response.set('Content-Type', type).send(text)
  })
  return router
}

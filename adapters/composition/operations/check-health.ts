import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import { logNames } from '../../../domain/event/stream'
import type { LagMeter } from '../../processes/lag/lag-meter'
import type { Health } from '../../processes/running-library/health'
import { waitAtMost } from '../../system/concurrency/wait-at-most'
import type { RetentionOperations } from '../../processes/retention/retention-operations'
import type { LibraryStores } from '../stores/library-stores'

/** In ms. A store that answers later is reported as not answering, so that a health check is short. */
const withinTimeLimit = waitAtMost(2000)

const readStatus = async (probe: TE.TaskEither<{ readonly reason: string }, unknown>): Promise<string> => {
  let status = 'it does not answer'
  await withinTimeLimit(async () => {
    const answer = await probe()
    status = E.isRight(answer) ? 'ok' : answer.left.reason
  })
  return status
}

const checkStores = async ({ logs, keyStore }: LibraryStores): Promise<Health['stores']> => {
  const probes = [...logNames.map((log) => [log, logs[log].health] as const), ['keys', keyStore.count] as const]
  return Object.fromEntries(
    await Promise.all(probes.map(async ([name, probe]) => [name, await readStatus(probe)] as const)),
  )
}

/** Checks whether every store answers and, if so, how far projectors and reactors are behind. */
export const createHealthCheck =
  (stores: LibraryStores, { readLag }: Pick<LagMeter, 'readLag'>, retention: RetentionOperations) =>
  async (): Promise<Health> => {
    const storeStatuses = await checkStores(stores)
    const areHealthy = Object.values(storeStatuses).every((status) => status === 'ok')
    if (!areHealthy) return { ok: false, stores: storeStatuses }
    const behind = await readLag()
    const { dueNow, overdue, waitingFor, failed } = await retention.status()
    return {
      ok: overdue === 0 && failed.length === 0,
      stores: storeStatuses,
      behind,
      retention: { due: dueNow, overdue, waitingFor, failed },
    }
  }

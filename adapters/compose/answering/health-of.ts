import * as E from 'fp-ts/Either'
import { logNames } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { Follower } from '../../running/follower'
import type { Health } from '../../running/health'
import type { Reactor } from '../../running/reactor'
import type { RetentionService } from '../../running/retention-service'
import type { Stores } from '../stores'

const behind = (head: Position | undefined, at: Position | '' | undefined): number =>
  head === undefined || (at !== undefined && at >= head) ? 0 : 1

const storesHealth = async ({ logs, keyStore }: Stores): Promise<Health['stores']> => {
  const told: Record<string, string> = {}
  for (const log of logNames) {
    const health = await logs[log].health()
    told[log] = E.isRight(health) ? 'ok' : health.left.reason
  }
  const keys = await keyStore.count()
  return { ...told, keys: E.isRight(keys) ? 'ok' : keys.left.reason }
}

/** Whether everything answers, and who is behind. */
export const healthOf =
  (stores: Stores, follower: Follower, reactors: ReadonlyArray<Reactor>, retention: RetentionService) =>
  async (): Promise<Health> => {
    const told = await storesHealth(stores)
    const circulation = await stores.logs.circulation.head()
    const persons = await stores.logs.persons.head()
    const late = Object.fromEntries([
      ...follower
        .followers()
        .map(({ name, at }) => [name, behind(circulation, at.circulation) + behind(persons, at.persons)] as const),
      ...reactors.map(({ name, position }) => [name, behind(circulation, position())] as const),
    ])
    const { dueNow, overdue, waitingFor, failed } = await retention.status()
    return {
      ok: Object.values(told).every((each) => each === 'ok') && overdue === 0 && failed.length === 0,
      stores: told,
      behind: late,
      retention: { due: dueNow, overdue, waitingFor, failed },
    }
  }

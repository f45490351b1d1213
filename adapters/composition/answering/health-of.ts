import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import { logNames } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { Follower } from '../../processes/running/follower'
import type { Health } from '../../processes/running/health'
import { noLongerThan } from '../../processes/running/no-longer-than'
import type { Reactor } from '../../processes/running/reactor'
import type { RetentionService } from '../../processes/running/retention-service'
import type { Stores } from '../stores'

const behind = (head: Position | undefined, at: Position | '' | undefined): number =>
  head === undefined || (at !== undefined && at >= head) ? 0 : 1

/** Ms in which a store answers that is well: whoever asks for health does not wait for long. */
const promptly = noLongerThan(2000)

const saidBy = async (asked: TE.TaskEither<{ readonly reason: string }, unknown>): Promise<string> => {
  let said = 'it does not answer'
  await promptly(async () => {
    const answer = await asked()
    said = E.isRight(answer) ? 'ok' : answer.left.reason
  })
  return said
}

const storesHealth = async ({ logs, keyStore }: Stores): Promise<Health['stores']> => {
  const asked = [...logNames.map((log) => [log, logs[log].health] as const), ['keys', keyStore.count] as const]
  return Object.fromEntries(await Promise.all(asked.map(async ([name, ask]) => [name, await saidBy(ask)] as const)))
}

/** Whether everything answers, and then who is behind. */
export const healthOf =
  (stores: Stores, follower: Follower, reactors: ReadonlyArray<Reactor>, retention: RetentionService) =>
  async (): Promise<Health> => {
    const told = await storesHealth(stores)
    const areWell = Object.values(told).every((each) => each === 'ok')
    if (!areWell) return { ok: false, stores: told }
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
      ok: overdue === 0 && failed.length === 0,
      stores: told,
      behind: late,
      retention: { due: dueNow, overdue, waitingFor, failed },
    }
  }

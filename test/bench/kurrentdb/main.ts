import { randomBytes, randomUUID } from 'node:crypto'
import { either } from 'fp-ts'
import { pack } from '../../../adapters/stores/eventstore/kurrentdb/content'
import { openKurrentLog } from '../../../adapters/stores/eventstore/kurrentdb/store'
import { streamOf } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type { EventStore, StoredEvent } from '../../../domain/ports/event-store'
import { sideBySide } from '../measured'
import { head, tell } from '../told'
import { bareClient } from './bare-client'
import { many } from './many'

const connectionString = process.env['KURRENTDB_URL'] ?? 'esdb://127.0.0.1:2113?tls=false'
const namespace = `ours${randomBytes(4).toString('hex')}`
const others = `bare${randomBytes(4).toString('hex')}.`
const rounds = 3

const anEvent = (): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'CopyAcquired',
  version: 1,
  recorded: '2026-11-22',
  open: '{"branch":"710100","copy":"3274626533","lentOn":"2026-11-22","title":"52557240"}',
  sealed: randomBytes(96),
})
const bytes = pack(anEvent()).length

const append = (log: EventStore) => async (): Promise<void> => {
  const appended = await log.append(streamOf('copy')(randomUUID()), 'none', [anEvent()])()
  if (either.isLeft(appended)) throw new Error(appended.left._tag)
}

/** Reads a subscription until so many events have come since its start, or since it had caught up. */
const follow = async (log: EventStore, count: number, live: boolean, ready: () => void): Promise<void> => {
  const after = live ? await log.head() : undefined
  const subscription = log.subscribe(after === undefined ? {} : { after })
  let read = 0
  for await (const page of subscription.pages) {
    read += page.length
    if (page.length === 0) ready()
    if (read >= count) subscription.close()
  }
}

const measure = async (log: EventStore): Promise<void> => {
  const bare = bareClient(connectionString, others)
  const [ours, theirs] = [append(log), bare.append(bytes)]
  for (const [atOnce, events] of [
    [1, 500],
    [64, 6400],
  ] as const) {
    const ourRound = { events, run: () => many(events, atOnce, ours) }
    const bareRound = { events, run: () => many(events, atOnce, theirs) }
    tell(await sideBySide(`appends, ${String(atOnce)} in flight`, rounds, ourRound, bareRound))
  }
  const events = 6400
  const heard = async (following: Promise<void>, appending: () => Promise<unknown>): Promise<void> => {
    await Promise.all([following, many(events, 64, appending)])
  }
  const liveOurs = {
    events,
    run: () =>
      new Promise<void>((done, failed) => {
        const following = follow(log, events, true, () => void heard(following, ours).then(done, failed))
      }),
  }
  const liveBare = { events, run: async () => heard(bare.follow(await bare.end(), events), theirs) }
  tell(await sideBySide('heard live, 64 appends in flight', rounds, liveOurs, liveBare))
  const all = 6400
  const catchUp = { events: all, run: () => follow(log, all, false, () => undefined) }
  tell(
    await sideBySide('a subscription that catches up', rounds, catchUp, {
      events: all,
      run: () => bare.follow('start', all),
    }),
  )
}

const run = async (): Promise<void> => {
  const log = await openKurrentLog(connectionString, { namespace })()
  if (either.isLeft(log)) throw new Error(`${log.left.reason}; KURRENTDB_URL names the server to measure on`)
  console.log(head)
  await measure(log.right)
  await log.right.close()
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)

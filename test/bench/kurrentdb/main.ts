import { randomBytes, randomUUID } from 'node:crypto'
import { either } from 'fp-ts'
import { encodeKurrentEventData } from '../../../adapters/stores/eventstore/kurrentdb/kurrent-event-data'
import { openKurrentLog } from '../../../adapters/stores/eventstore/kurrentdb/open-kurrent-log'
import { streamNameOf } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type { EventStore, StoredEvent } from '../../../domain/ports/event-store'
import { measureSideBySide } from '../measure-side-by-side'
import { measurementHeader, printMeasurement } from '../print-measurement'
import { openBareKurrentClient } from './bare-kurrent-client'
import { repeatConcurrently } from './repeat-concurrently'

const connectionString = process.env['KURRENTDB_URL'] ?? 'esdb://127.0.0.1:2113?tls=false'
const namespace = `ours${randomBytes(4).toString('hex')}`
const bareStreamPrefix = `bare${randomBytes(4).toString('hex')}.`
const rounds = 3

const newEvent = (): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'CopyAcquired',
  version: 1,
  recorded: '2026-11-22',
  open: '{"branch":"710100","copy":"3274626533","lentOn":"2026-11-22","title":"52557240"}',
  sealed: randomBytes(96),
})
const eventBytes = encodeKurrentEventData(newEvent()).length

const append = (log: EventStore) => async (): Promise<void> => {
  const appended = await log.append(streamNameOf('copy')(randomUUID()), 'none', [newEvent()])()
  if (either.isLeft(appended)) throw new Error(appended.left._tag)
}

/** Reads a number of events by a subscription: from the start, or live events only. */
const readSubscription = async (log: EventStore, count: number, live: boolean, ready: () => void): Promise<void> => {
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
  const bare = openBareKurrentClient(connectionString, bareStreamPrefix)
  const [ours, theirs] = [append(log), bare.append(eventBytes)]
  for (const [atOnce, events] of [
    [1, 500],
    [64, 6400],
  ] as const) {
    const ourRound = { events, run: () => repeatConcurrently(events, atOnce, ours) }
    const bareRound = { events, run: () => repeatConcurrently(events, atOnce, theirs) }
    printMeasurement(await measureSideBySide(`appends, ${String(atOnce)} in flight`, rounds, ourRound, bareRound))
  }
  const events = 6400
  const appendWhileReading = async (following: Promise<void>, appending: () => Promise<unknown>): Promise<void> => {
    await Promise.all([following, repeatConcurrently(events, 64, appending)])
  }
  const liveOurs = {
    events,
    run: () =>
      new Promise<void>((done, failed) => {
        const following = readSubscription(
          log,
          events,
          true,
          () => void appendWhileReading(following, ours).then(done, failed),
        )
      }),
  }
  const liveBare = {
    events,
    run: async () => appendWhileReading(bare.readSubscription(await bare.logEnd(), events), theirs),
  }
  printMeasurement(await measureSideBySide('heard live, 64 appends in flight', rounds, liveOurs, liveBare))
  const all = 6400
  const catchUp = { events: all, run: () => readSubscription(log, all, false, () => undefined) }
  printMeasurement(
    await measureSideBySide('a subscription that catches up', rounds, catchUp, {
      events: all,
      run: () => bare.readSubscription('start', all),
    }),
  )
}

const run = async (): Promise<void> => {
  const log = await openKurrentLog(connectionString, { namespace })()
  if (either.isLeft(log)) throw new Error(`${log.left.reason}; KURRENTDB_URL names the server to measure on`)
  console.log(measurementHeader)
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

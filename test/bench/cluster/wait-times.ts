import type { TaskEither } from 'fp-ts/TaskEither'
import type { PrimaryStores } from '../../../adapters/composition/stores/primary-stores'
import type { EventStore, EventPage } from '../../../domain/ports/event-store'

/** The number of waits for an operation, and their total ms. */
export interface WaitTime {
  readonly times: number
  readonly ms: number
}

/** Wait times by the name of the operation. */
export type WaitTimes = Readonly<Record<string, WaitTime>>

/** Measures the time that a process waits for operations of stores. */
const createStopwatch = () => {
  const waitTimes = new Map<string, WaitTime>()
  const add = (name: string, ms: number): void => {
    const before = waitTimes.get(name) ?? { times: 0, ms: 0 }
    waitTimes.set(name, { times: before.times + 1, ms: before.ms + ms })
  }
  const timeTask =
    (name: string) =>
    <A>(wait: () => Promise<A>) =>
    async (): Promise<A> => {
      const start = performance.now()
      try {
        return await wait()
      } finally {
        add(name, performance.now() - start)
      }
    }
  const timePages = (name: string) =>
    async function* (all: AsyncIterable<EventPage>): AsyncIterable<EventPage> {
      const reader = all[Symbol.asyncIterator]()
      const next = timeTask(name)(() => reader.next())
      for (let page = await next(); page.done !== true; page = await next()) yield page.value
    }
  return {
    add,
    timeTask,
    timePages,
    waitTimes: (): WaitTimes => Object.fromEntries(waitTimes),
    clear: () => waitTimes.clear(),
  }
}
type Stopwatch = ReturnType<typeof createStopwatch>

const timedLog = ({ timeTask, timePages }: Stopwatch, name: string, log: EventStore): EventStore => ({
  ...log,
  append: (stream, expected, events) => timeTask(`append to ${name}`)(log.append(stream, expected, events)),
  readStream: (stream, read) => timePages(`read a stream of ${name}`)(log.readStream(stream, read)),
  readAll: (read) => timePages(`read ${name} to its end`)(log.readAll(read)),
})

/** Callers wait for a lock twice: to acquire it and to release it. */
const timedBorrowerLock =
  (
    { add }: Stopwatch,
    borrowerLock: PrimaryStores['coordination']['borrowerLock'],
  ): PrimaryStores['coordination']['borrowerLock'] =>
  (borrower) =>
  <E, A>(task: TaskEither<E, A>) =>
  async () => {
    const requestedAt = performance.now()
    let finishedAt = requestedAt
    const result = await borrowerLock(borrower)(async () => {
      add('acquire the borrower lock', performance.now() - requestedAt)
      const answer = await task()
      finishedAt = performance.now()
      return answer
    })()
    add('release the borrower lock', performance.now() - finishedAt)
    return result
  }

/** The same stores, with a stopwatch of the times that callers wait for them. */
export const withWaitTimes = (
  stores: PrimaryStores,
): { readonly stores: PrimaryStores; readonly stopwatch: Stopwatch } => {
  const stopwatch = createStopwatch()
  const { logs, keyStore, coordination } = stores
  const timedStores: PrimaryStores = {
    ...stores,
    logs: {
      circulation: timedLog(stopwatch, 'circulation', logs.circulation),
      persons: timedLog(stopwatch, 'persons', logs.persons),
    },
    keyStore: {
      ...keyStore,
      insert: (rows) => stopwatch.timeTask('insert keys')(keyStore.insert(rows)),
      read: (scopes) => stopwatch.timeTask('read keys')(keyStore.read(scopes)),
    },
    coordination: { ...coordination, borrowerLock: timedBorrowerLock(stopwatch, coordination.borrowerLock) },
  }
  return { stores: timedStores, stopwatch }
}

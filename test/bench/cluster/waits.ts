import type { TaskEither } from 'fp-ts/TaskEither'
import type { Truth } from '../../../adapters/composition/truth/truth'
import type { EventStore, Page } from '../../../domain/ports/event-store'

/** How often something was waited for, and how many ms in all. */
export interface Waited {
  readonly times: number
  readonly ms: number
}

/** What is waited for, by name. */
export type Waits = Readonly<Record<string, Waited>>

/** Takes the time of what a process waits for. */
const stopwatch = () => {
  const taken = new Map<string, Waited>()
  const add = (name: string, ms: number): void => {
    const before = taken.get(name) ?? { times: 0, ms: 0 }
    taken.set(name, { times: before.times + 1, ms: before.ms + ms })
  }
  const task =
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
  const pages = (name: string) =>
    async function* (all: AsyncIterable<Page>): AsyncIterable<Page> {
      const reader = all[Symbol.asyncIterator]()
      const next = task(name)(() => reader.next())
      for (let page = await next(); page.done !== true; page = await next()) yield page.value
    }
  return { add, task, pages, taken: (): Waits => Object.fromEntries(taken), clear: () => taken.clear() }
}
type Stopwatch = ReturnType<typeof stopwatch>

const timedLog = ({ task, pages }: Stopwatch, name: string, log: EventStore): EventStore => ({
  ...log,
  append: (stream, expected, events) => task(`append to ${name}`)(log.append(stream, expected, events)),
  readStream: (stream, read) => pages(`read a stream of ${name}`)(log.readStream(stream, read)),
  readAll: (read) => pages(`read ${name} to its end`)(log.readAll(read)),
})

/** A gate is waited for twice: to come in, and to leave. */
const timedGate =
  ({ add }: Stopwatch, gate: Truth['coordination']['gate']): Truth['coordination']['gate'] =>
  (borrower) =>
  <E, A>(thing: TaskEither<E, A>) =>
  async () => {
    const asked = performance.now()
    let done = asked
    const passed = await gate(borrower)(async () => {
      add('come in at the gate', performance.now() - asked)
      const answer = await thing()
      done = performance.now()
      return answer
    })()
    add('leave the gate', performance.now() - done)
    return passed
  }

/** The same stores, and what their callers wait for. */
export const timed = (truth: Truth): { readonly truth: Truth; readonly watch: Stopwatch } => {
  const watch = stopwatch()
  const { logs, keyStore, coordination } = truth
  const timedTruth: Truth = {
    ...truth,
    logs: {
      circulation: timedLog(watch, 'circulation', logs.circulation),
      persons: timedLog(watch, 'persons', logs.persons),
    },
    keyStore: {
      ...keyStore,
      insert: (rows) => watch.task('make keys durable')(keyStore.insert(rows)),
      read: (scopes) => watch.task('fetch keys')(keyStore.read(scopes)),
    },
    coordination: { ...coordination, gate: timedGate(watch, coordination.gate) },
  }
  return { truth: timedTruth, watch }
}

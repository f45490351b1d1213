import * as TE from 'fp-ts/TaskEither'
import type { EventPage, EventStore, EventSubscription, RecordedEvent } from '../../../domain/ports/event-store'
import type { EventCodeFunctionsOfLog } from '../../../retention/event-codes/make-event-code-functions'
import { invalidAppend } from './invalid-append'

type FindFault = EventCodeFunctionsOfLog['findFault']

/** The event as it is, or with what is wrong with its code. `decodeEvent` refuses such an event. */
export const checkEventCode =
  (findFault: FindFault) =>
  (event: RecordedEvent): RecordedEvent => {
    const codeFault = findFault(event)
    return codeFault === undefined ? event : { ...event, codeFault }
  }

const checkPage = (findFault: FindFault): ((page: EventPage) => EventPage) => {
  // The newest events stay in memory, and each consumer reads them. What is read from a file is another object each time.
  const intact = new WeakSet<RecordedEvent>()
  return (page) => {
    // A page without faults is answered as it is: caches know events by their identity.
    let checked: RecordedEvent[] | undefined
    for (const [at, event] of page.entries()) {
      if (intact.has(event)) continue
      const codeFault = findFault(event)
      if (codeFault === undefined) intact.add(event)
      else (checked ??= [...page])[at] = { ...event, codeFault }
    }
    return checked ?? page
  }
}

async function* checkPages(
  check: (page: EventPage) => EventPage,
  pages: AsyncIterable<EventPage>,
): AsyncGenerator<EventPage, void, undefined> {
  for await (const page of pages) yield check(page)
}

const noExactRevision = TE.left(invalidAppend('an event needs an exact revision, because its code authenticates it'))

const codedAppend =
  ({ codeOf }: Pick<EventCodeFunctionsOfLog, 'codeOf'>, append: EventStore['append']): EventStore['append'] =>
  (stream, expected, events) => {
    if (expected === 'any') return noExactRevision
    const first = expected === 'none' ? 0 : expected + 1
    return append(
      stream,
      expected,
      events.map((event, at) => ({ ...event, code: codeOf({ ...event, stream, revision: first + at }) })),
    )
  }

/**
 * The same log, with message authentication codes: each append gets its codes here, and each event that is read from the
 * store is checked here, once while it stays in memory. The events in `recent` are those that this process appended; they
 * come from no store. An append needs an exact revision.
 */
export const authenticatedLog =
  (codes: EventCodeFunctionsOfLog) =>
  (log: EventStore): EventStore => {
    const check = checkPage(codes.findFault)
    const checkSubscription = ({ pages, close }: EventSubscription): EventSubscription => ({
      pages: checkPages(check, pages),
      close,
    })
    return {
      ...log,
      append: codedAppend(codes, log.append),
      readStream: (...read) => checkPages(check, log.readStream(...read)),
      readAll: (...read) => checkPages(check, log.readAll(...read)),
      subscribe: (...read) => checkSubscription(log.subscribe(...read)),
    }
  }

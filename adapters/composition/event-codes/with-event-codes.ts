import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { EventCodeFunctions } from '../../../retention/event-codes/make-event-code-functions'
import {
  isEndOfOlderEventsKnown,
  type SummaryOfEventsWithoutCode,
  type EventsBeforeCodesByLog,
} from '../../../retention/event-codes/summary-of-events-without-code'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { catchStoreErrors } from '../../processes/catch-store-errors'
import { authenticatedLog } from '../../stores/eventstore/authenticated-log'
import type { OpenStoresError, PrimaryStores } from '../stores/primary-stores'
import {
  areEventsWithoutCodeUnchanged,
  readLeadingEventsWithoutCode,
  readLogIfNoEventHasCode,
} from './read-log-if-no-event-has-code'

type Logs = PrimaryStores['logs']

/** So many older events are checked at each opening, which takes less than a tenth of a second. */
const maxEventsCheckedAtOpening = 10_000

const ringIsOlder = (log: LogName): Unavailable =>
  keysUnavailable(
    `the ring of wrapping keys has no event-codes.json, although the log of ${log} has events with codes: copy that file from the ring of the process that was started first, or put the ring back from its own copy`,
  )

const changedReason = (log: LogName): Unavailable =>
  keysUnavailable(`the first events of the log of ${log} are not those that the ring has signed`)

const codesAreLost = keysUnavailable(
  'the events of this library have codes, and the ring of wrapping keys has no event-codes.json: put the ring back from its own copy. Without it nobody can tell whether somebody has changed the logs',
)

/** What the opening of the codes needs to know of the data folder. */
interface CodedFolder {
  /** The codes have begun: they are never begun anew. */
  readonly hasEventCodes: boolean
}

/** The events of both logs that are older than the codes. Refused when an event has a code already. */
const findOlderEvents = async (logs: Logs): Promise<E.Either<Unavailable, EventsBeforeCodesByLog>> => {
  const circulation = await readLogIfNoEventHasCode(logs.circulation)
  if (circulation === undefined) return E.left(ringIsOlder('circulation'))
  const persons = await readLogIfNoEventHasCode(logs.persons)
  return persons === undefined ? E.left(ringIsOlder('persons')) : E.right({ circulation, persons })
}

/** Where the older events of a log end in a store to which the log was moved; refused when it has others. */
const findEndInStore = async (
  log: LogName,
  store: Logs[LogName],
  older: SummaryOfEventsWithoutCode,
): Promise<E.Either<Unavailable, SummaryOfEventsWithoutCode>> => {
  const head = await store.head()
  if (head === undefined || isEndOfOlderEventsKnown(older, head)) return E.right(older)
  const { events, digest, end } = await readLeadingEventsWithoutCode(store, older.events)
  return end === undefined || events !== older.events || digest !== older.digest
    ? E.left(changedReason(log))
    : E.right({ ...older, ends: [...older.ends, end] })
}

/** Begins the codes at the first opening, and notes the end of the older events in a store that is new to the ring. */
const openEventCodes = (
  { ring, logs }: PrimaryStores,
  { hasEventCodes }: CodedFolder,
): TE.TaskEither<OpenStoresError, EventCodeFunctions> =>
  catchStoreErrors(async (): Promise<E.Either<OpenStoresError, EventCodeFunctions>> => {
    const { current, begin } = ring.eventCodes
    const codes = current()
    if (codes === undefined) {
      if (hasEventCodes) return E.left(codesAreLost)
      const older = await findOlderEvents(logs)
      return E.isLeft(older) ? older : begin(older.right)()
    }
    const circulation = await findEndInStore('circulation', logs.circulation, codes.circulation.older)
    if (E.isLeft(circulation)) return circulation
    const persons = await findEndInStore('persons', logs.persons, codes.persons.older)
    if (E.isLeft(persons)) return persons
    const isKnown = circulation.right === codes.circulation.older && persons.right === codes.persons.older
    return isKnown ? E.right(codes) : begin({ circulation: circulation.right, persons: persons.right })()
  })

/** Whether a log has changed older events. A log with many of them is checked by `glemsom log check` alone. */
const hasChangedOlderEvents = async (logs: Logs, codes: EventCodeFunctions): Promise<boolean> => {
  for (const log of logNames) {
    const { older } = codes[log]
    const isCheap = older.events > 0 && older.events <= maxEventsCheckedAtOpening
    if (isCheap && !(await areEventsWithoutCodeUnchanged(logs[log], older))) return true
  }
  return false
}

/**
 * The same stores, whose logs make the message authentication codes of new events and check those of the events that are
 * read. The first opening of a library from before the codes reads both logs whole, which takes about ten seconds for a
 * million events.
 */
export const withEventCodes = (
  stores: PrimaryStores,
  folder: CodedFolder = { hasEventCodes: false },
): TE.TaskEither<OpenStoresError, PrimaryStores> =>
  pipe(
    openEventCodes(stores, folder),
    TE.bindTo('codes'),
    TE.bindW('isChanged', ({ codes }) =>
      catchStoreErrors(TE.fromTask(() => hasChangedOlderEvents(stores.logs, codes))),
    ),
    TE.map(({ codes, isChanged }) => ({
      ...stores,
      logs: {
        circulation: authenticatedLog(codes.circulation)(stores.logs.circulation),
        persons: authenticatedLog(codes.persons)(stores.logs.persons),
      },
      warnings: isChanged ? [...stores.warnings, 'OlderEventsChanged'] : stores.warnings,
    })),
  )

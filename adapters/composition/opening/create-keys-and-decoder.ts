import { eventDefinitions } from '../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { createDamagedEvents, type DamagedEventRegistry } from '../../processes/damage/damaged-event-registry'
import { eventAddressWithoutPerson } from '../../processes/damage/event-address-without-person'
import { withStandInsForDamagedEvents } from '../../processes/damage/with-stand-ins-for-damaged-events'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { createEventDecoder } from '../../processes/projectors/event-decoder'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import type { LibraryStores } from '../stores/library-stores'
import { damagedEventFile } from './damaged-event-file'
import { isScheduleAtEnds } from './is-schedule-at-ends'

/** What the keys and the decoder of events are made of. */
interface DecodingParts {
  readonly stores: LibraryStores
  readonly layout: DataFolderLayout
  readonly alarm: AlarmReporter
  /** The most keys in memory. */
  readonly keyCapacity: number
}

/** Creates the keys of the scopes and the decoder of events. The decoder passes over damaged events and lists them. */
export const createKeysAndDecoder = ({ stores, layout, alarm, keyCapacity }: DecodingParts) => {
  const { schedule, ring, keyStore } = stores
  const eventTable = eventDefinitionsByType(eventDefinitions)
  // The event decoder opens events with these keys, and evicts opened events whenever the keys evict plaintext.
  let evictOpenedEvents = (): void => undefined
  const keys = makeCachingScopeKeys({
    store: keyStore,
    ring,
    isEnded: schedule.isEnded,
    isLost: schedule.isLost,
    isNamed: schedule.isNamed,
    clock: machineMonotonicClock,
    alarm,
    capacity: keyCapacity,
    plaintextDropped: () => evictOpenedEvents(),
  })
  const bareDecoder = createEventDecoder(eventTable, keys)
  evictOpenedEvents = bareDecoder.clear
  const damagedEvents = createDamagedEvents(damagedEventFile(layout), ({ reason, ...place }) =>
    alarm('EventDamaged', { ...eventAddressWithoutPerson(place), reason }),
  )
  const knowsEveryErasure = isScheduleAtEnds(stores)
  const decoderReporting = (report: DamagedEventRegistry['report']) =>
    withStandInsForDamagedEvents({ damagedEvents: { report }, knowsEveryErasure })(bareDecoder)
  return {
    eventTable,
    keys,
    eventDecoder: decoderReporting(damagedEvents.report),
    decoderReporting,
    damagedEvents,
    knowsEveryErasure,
  }
}

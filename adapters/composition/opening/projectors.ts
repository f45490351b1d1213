import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import * as RA from 'fp-ts/ReadonlyArray'
import type { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { EventWithMetadata, EventMetadata } from '../../../domain/event/domain-event'
import type { LogName } from '../../../domain/event/stream'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { CertifiedScopeVerification } from '../../../retention/schedule/schedule-changes-of-event'
import { makeScheduleProjector } from '../../../retention/schedule/schedule-projector'
import { eventsPerKeyRequest, type EventDecoder } from '../../processes/projectors/event-decoder'
import { omitRefusedErasureRuns } from '../../processes/projectors/omit-refused-erasure-runs'
import type { Projector } from '../../processes/projectors/projector-group'

const metadataOf = (log: LogName, { stored }: SealedEvent): EventMetadata => ({
  log,
  stream: stored.stream,
  revision: stored.revision,
  position: stored.position,
  id: stored.id,
  recorded: stored.recorded,
})

const scopesErasedIn = (events: ReadonlyArray<SealedEvent>): ReadonlyArray<PartScope> =>
  events.flatMap(({ stored, open }) => (stored.type === 'ErasureDue' ? (open as ErasureDue['open']).scopes : []))

/** What the projector of the schedule needs besides the schedule. */
interface ScheduleProjectorDependencies {
  readonly keys: Pick<CachingScopeKeys, 'markNamed'>
  readonly evictScopes: (scopes: ReadonlyArray<PartScope>) => void
  readonly checks: CertifiedScopeVerification
  /** Called after declarations were read. */
  readonly reportRefusedRuns: () => void
}

/**
 * Projects the open parts of events into the schedule. Marks the keys that events name, so that they are not destroyed
 * as orphans. Evicts erased scopes from memory as soon as it reads their erasure, before their keys are destroyed.
 */
export const createProjectorOfSchedule = (
  schedule: Schedule,
  { keys, evictScopes, checks, reportRefusedRuns }: ScheduleProjectorDependencies,
): Projector => {
  const projectEvents = makeScheduleProjector(schedule, deletionClasses, checks)
  return {
    name: 'schedule',
    checkpoint: schedule.position,
    project: (log, events) => async () => {
      await schedule.settled()
      keys.markNamed(events.flatMap(({ parts }) => parts.map(({ scope }) => scope)))
      projectEvents(
        log,
        events.map((event) => ({ type: event.stored.type, open: event.open, metadata: metadataOf(log, event) })),
      )
      const erased = scopesErasedIn(events)
      if (erased.length > 0) evictScopes(erased)
      if (events.some(({ stored }) => stored.type === 'ErasureDue')) reportRefusedRuns()
      return E.right(undefined)
    },
  }
}

/** Opens the sealed parts of events and projects the events into the read models. Refused declarations count as nothing. */
export const readModelsProjector = (
  readModels: ReadModelStore,
  schedule: Pick<Schedule, 'refusedRuns'>,
  { open, prefetchKeys }: Pick<EventDecoder, 'open' | 'prefetchKeys'>,
): Projector => ({
  name: 'read models',
  checkpoint: readModels.checkpoint,
  project: (_log, events) => async () => {
    const openedEvents: EventWithMetadata[] = []
    for (const chunk of RA.chunksOf(eventsPerKeyRequest)(omitRefusedErasureRuns(schedule)(events))) {
      await prefetchKeys(chunk)()
      for (const event of chunk) {
        const opened = await open(event)()
        if (E.isLeft(opened)) return opened
        openedEvents.push(opened.right)
      }
      // Opening many events takes long; requests that wait are answered in between.
      if (chunk.length === eventsPerKeyRequest) await setImmediate()
    }
    await readModels.settled()
    const folded = readModels.foldEvents(openedEvents)
    return E.isLeft(folded) ? E.left({ store: 'readModels', ...folded.left, _tag: 'Unavailable' }) : folded
  },
})

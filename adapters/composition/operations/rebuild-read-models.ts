import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { allReadModels } from '../../../projections/all-read-models'
import type { DamagedEvent, DamagedEvents } from '../../processes/damage/damaged-events'
import type { EventDecoder } from '../../processes/projectors/event-decoder'
import { knowingEveryErasure } from '../../processes/projectors/knowing-every-erasure'
import { createProjectorGroup, type Projector, type ProjectorGroup } from '../../processes/projectors/projector-group'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { ReadModelReplacement } from '../../stores/readmodels/replaceable-read-models'
import { countEventsOfBothLogs } from './count-events'
import { readModelsProjector } from '../opening/projectors'
import type { LibraryStores } from '../stores/library-stores'

const succeeded: E.Either<never, void> = E.right(undefined)

const unavailable = (error: StoreUnavailable): E.Either<EventReadError, never> =>
  E.left({ store: 'readModels', ...error, _tag: 'Unavailable' })

const withReport = (projector: Projector, reportFolded: (events: number) => void): Projector => ({
  ...projector,
  project: (log, events) => async () => {
    const projected = await projector.project(log, events)()
    reportFolded(events.length)
    return projected
  },
})

interface FoldDependencies extends Pick<RebuildDependencies, 'projectorGroup'> {
  readonly decoder: EventDecoder
}

/**
 * Folds both logs into the replacement until it has read as much as the read models in use, and puts it in their place.
 */
const foldAndUse = async (
  { store, flush, use }: ReadModelReplacement,
  stores: LibraryStores,
  { decoder: { decode, open, prefetchKeys }, projectorGroup }: FoldDependencies,
  report: (folded: number, total: number) => void,
): Promise<E.Either<EventReadError, void>> => {
  const total = await countEventsOfBothLogs(stores.logs)
  let folded = 0
  const projector = withReport(readModelsProjector(store, stores.schedule, { open, prefetchKeys }), (events) => {
    folded += events
    report(folded, Math.max(folded, total))
  })
  const afterSchedule = knowingEveryErasure(stores.schedule, projectorGroup.catchUp)(projector)
  const { catchUp } = createProjectorGroup(stores.logs, decode, [afterSchedule])
  const foldedFirst = await catchUp()
  if (E.isLeft(foldedFirst)) return foldedFirst
  const flushed = await flush()
  if (E.isLeft(flushed)) return unavailable(flushed.left)
  for (;;) {
    const caughtUp = await catchUp()
    if (E.isLeft(caughtUp)) return caughtUp
    const used = use()
    if (E.isLeft(used)) return unavailable(used.left)
    if (used.right) return succeeded
    await setImmediate()
  }
}

interface RebuildDependencies {
  /** Brings the schedule, and the read models in use, to the ends of both logs. */
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  /** Replaced by what the rebuild finds: an event that can be read again is no longer listed. */
  readonly damagedEvents: DamagedEvents
  readonly decoderReporting: (report: DamagedEvents['report']) => EventDecoder
}

/**
 * Folds new read models beside those in use, which serve every query until the new ones take their place. With a key,
 * the new file is under that key.
 */
export const createRebuildReadModels =
  (stores: LibraryStores, { damagedEvents, decoderReporting, projectorGroup }: RebuildDependencies) =>
  (
    ...[report, key]: [...Parameters<RunningLibrary['rebuildReadModels']>, key?: Uint8Array]
  ): ReturnType<RunningLibrary['rebuildReadModels']> =>
  async () => {
    const found: DamagedEvent[] = []
    const decoder = decoderReporting((event) => {
      damagedEvents.report(event)
      found.push(event)
    })
    const started = stores.readModels.startReplacement(key)
    if (E.isLeft(started)) return unavailable(started.left)
    try {
      const rebuilt = await foldAndUse(started.right, stores, { decoder, projectorGroup }, report)
      if (E.isLeft(rebuilt)) return rebuilt
      damagedEvents.replaceWith(found)
      return E.right(allReadModels.length)
    } finally {
      started.right.discard()
    }
  }

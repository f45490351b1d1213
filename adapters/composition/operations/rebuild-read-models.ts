import * as E from 'fp-ts/Either'
import { allReadModels } from '../../../projections/all-read-models'
import type { DamagedEvent, DamagedEventRegistry } from '../../processes/damage/damaged-event-registry'
import { reportEventsOutOfRange } from '../../processes/damage/report-events-out-of-range'
import type { EventDecoder } from '../../processes/projectors/event-decoder'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { LibraryStores } from '../stores/library-stores'
import { countEventsOfBothLogs } from './count-events'
import { foldThenReplace, readModelsUnavailable } from './fold-then-replace'

interface RebuildDependencies {
  /** Brings the schedule, and the read models in use, to the ends of both logs. */
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  /** Replaced by what the rebuild finds: an event that can be read again is no longer listed. */
  readonly damagedEvents: DamagedEventRegistry
  readonly decoderReporting: (report: DamagedEventRegistry['report']) => EventDecoder
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
    if (E.isLeft(started)) return readModelsUnavailable(started.left)
    try {
      const total = await countEventsOfBothLogs(stores.logs)
      let folded = 0
      const rebuilt = await foldThenReplace(started.right, stores, { decoder, projectorGroup }, (events) => {
        folded += events
        report(folded, Math.max(folded, total))
      })
      if (E.isLeft(rebuilt)) return rebuilt
      await reportEventsOutOfRange(stores.logs, decoder)
      damagedEvents.replaceWith(found)
      return E.right(allReadModels.length)
    } finally {
      started.right.discard()
    }
  }

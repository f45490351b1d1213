import type { LogName } from '../../domain/event/stream'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { ComparedAsOf } from '../completeness/compare-scopes-with-keys'
import type { ComputationSteps } from '../completeness/computation-steps'
import type { ScopeFold } from '../completeness/scope-fold'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'
import { createHorizonCollector, type ErasedByHorizon } from './backup-horizons'
import { createClosingCollector, type ClosingsOfLogs } from './closings-of-logs'
import { createErasureCounter, type ErasuresOfLog } from './erasures-by-date'
import type { CountsBy } from './counts'
import { createRequestedErasureCounter } from './requested-erasures'
import { createMonthlyEventCounter, type EventsByMonth } from './events-by-month'

/** What the open parts of both logs say for a data protection officer. Names no person. */
export interface LogCounts {
  readonly erasures: Readonly<Record<LogName, ErasuresOfLog>>
  readonly horizons: Readonly<Record<LogName, ErasedByHorizon>>
  readonly destroyedKeys: number
  readonly lastDestroyedOn: string | null
  readonly events: EventsByMonth
  /** Borrowers who were erased on request, by the month of the certificate. */
  readonly erasedOnRequest: CountsBy<string>
  readonly closings: ClosingsOfLogs
  /** How many declarations of erasures, and how many certificates. */
  readonly declarations: number
  readonly certificates: number
}

/**
 * Counts beside a scope fold, and applies each event to it: so both logs are read once, event by event. `apply` gets each
 * event with how many events its log has with it.
 */
export const createReportFold = (classes: DeletionClasses, fold: ScopeFold) => {
  const erasures = createErasureCounter(classes, fold)
  const [events, closings, horizons] = [createMonthlyEventCounter(), createClosingCollector(), createHorizonCollector()]
  const requested = createRequestedErasureCounter()
  const records = { ErasureDue: 0, ScopesErased: 0 }
  return {
    apply: (event: OpenPartOfEvent, size: number): void => {
      erasures.apply(event)
      events.apply(event)
      requested.apply(event)
      closings.apply(event, size)
      horizons.apply(event)
      if (event.type === 'ErasureDue' || event.type === 'ScopesErased') records[event.type] += 1
    },
    counts: function* ({ circulation, persons }: ComparedAsOf): ComputationSteps<LogCounts> {
      const ofCirculation = yield* erasures.finish('circulation', circulation)
      const ofPersons = yield* erasures.finish('persons', persons ?? '')
      return {
        erasures: { circulation: ofCirculation, persons: ofPersons },
        horizons: {
          circulation: horizons.erasedByHorizon(ofCirculation.erased),
          persons: horizons.erasedByHorizon(ofPersons.erased),
        },
        destroyedKeys: horizons.destroyedKeys(),
        lastDestroyedOn: horizons.lastDestroyedOn(),
        events: events.counts(),
        erasedOnRequest: requested.counts(),
        closings: closings.closings(),
        declarations: records.ErasureDue,
        certificates: records.ScopesErased,
      }
    },
  }
}

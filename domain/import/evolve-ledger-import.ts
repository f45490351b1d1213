import type { ImportEvent } from './import-event'
import type { ImportState } from './ledger-import-state'

/** The state of an import after an event. */
export const evolve =
  (event: ImportEvent) =>
  (_state: ImportState): ImportState => {
    switch (event.type) {
      case 'ImportStarted':
        return { _tag: 'Started', ...event.open }
      case 'ImportFinished':
        return { _tag: 'Finished', import: event.open.import, fingerprint: event.open.fingerprint }
    }
  }

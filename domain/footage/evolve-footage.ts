import { matchPlainOrErased } from '../event/plain-or-erased'
import type { FootageEvent } from './footage-event'
import { endedFootage, type FootageContentFacts, type FootageState } from './footage-state'
import type { Instant } from '../values/instant'

/** The state of a recording after an event. */
export const evolve =
  (event: FootageEvent) =>
  (state: FootageState): FootageState => {
    switch (event.type) {
      case 'FootageRecorded':
        return matchPlainOrErased<{ readonly from: Instant; readonly until: Instant }, FootageState>(
          () => endedFootage,
          (period) => ({ _tag: 'Recorded', ...event.open, ...period }),
        )(event.sealed.footage)
      case 'FootageStored':
        return matchPlainOrErased<FootageContentFacts, FootageState>(
          () => endedFootage,
          (facts) => (state._tag === 'Recorded' ? { ...state, ...facts, _tag: 'Stored' } : state),
        )(event.sealed.footage)
    }
  }

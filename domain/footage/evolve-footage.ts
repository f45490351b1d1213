import { matchPlainOrErased } from '../event/plain-or-erased'
import type { FootageEvent } from './footage-event'
import type { FootageContentFacts, FootageState, RecordedPeriod } from './footage-state'
import type { Instant } from '../values/instant'

const toEnded = ({ footage, branch, camera, day }: Omit<RecordedPeriod, 'from' | 'until'>): FootageState => ({
  ...{ _tag: 'Ended', footage, branch, camera, day },
})

/** The state of a recording after an event. */
export const evolve =
  (event: FootageEvent) =>
  (state: FootageState): FootageState => {
    switch (event.type) {
      case 'FootageRecorded':
        return matchPlainOrErased<{ readonly from: Instant; readonly until: Instant }, FootageState>(
          () => toEnded(event.open),
          (period) => ({ _tag: 'Recorded', ...event.open, ...period }),
        )(event.sealed.footage)
      case 'FootageStored':
        return matchPlainOrErased<FootageContentFacts, FootageState>(
          () => (state._tag === 'NoFootage' ? state : toEnded(state)),
          (facts) => (state._tag === 'Recorded' ? { ...state, ...facts, _tag: 'Stored' } : state),
        )(event.sealed.footage)
    }
  }

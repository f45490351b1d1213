import { defaultPolicy } from '../../domain/policy/policy'
import { titleDecider } from '../../domain/title/decider'
import { arbitraryTitleStream, titleCommands } from '../arbitrary/title-stream'
import { keepsTheLawOfAggregates } from './aggregate-law'

keepsTheLawOfAggregates({
  aggregate: 'title',
  decider: titleDecider(defaultPolicy),
  streams: arbitraryTitleStream,
  ends: {
    reservation: {
      ReservationFulfilled: 'reservation',
      ReservationCancelled: 'reservation',
      ReservationExpired: 'reservation',
    },
  },
  types: [
    ...(['ReservationMade', 'ReservationChanged', 'ReservationReady'] as const),
    ...(['ReservationFulfilled', 'ReservationCancelled', 'ReservationExpired'] as const),
  ],
  commands: titleCommands,
})

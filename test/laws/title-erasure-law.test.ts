import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { titleDecider } from '../../domain/title/title-decider'
import { arbitraryTitleStream, titleCommands } from '../arbitrary/arbitrary-title-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'title',
  decider: titleDecider(defaultLibraryPolicy),
  streams: arbitraryTitleStream,
  ends: {
    reservation: {
      ReservationFulfilled: 'reservation',
      ReservationCancelled: 'reservation',
      ReservationExpired: 'reservation',
    },
  },
  types: [
    ...([
      'ReservationMade',
      'ReservationCounted',
      'ReservationChanged',
      'ReservationReady',
      'ReservationNotReady',
    ] as const),
    ...(['ReservationFulfilled', 'ReservationCancelled', 'ReservationExpired'] as const),
  ],
  commands: titleCommands,
})

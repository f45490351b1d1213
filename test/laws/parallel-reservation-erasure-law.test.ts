import { parallelReservationDecider } from '../../domain/parallel-reservation/parallel-reservation-decider'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import {
  arbitraryParallelReservationStream,
  parallelReservationCommands,
} from '../arbitrary/arbitrary-parallel-reservation-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'parallel reservation',
  decider: parallelReservationDecider(defaultLibraryPolicy),
  streams: arbitraryParallelReservationStream,
  ends: { parallelReservation: { ParallelReservationCompleted: 'parallelReservation' } },
  types: ['ParallelReservationRequested', 'ParallelReservationCompleted'],
  commands: parallelReservationCommands,
})

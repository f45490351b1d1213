import fc, { type Arbitrary } from 'fast-check'
import type { ParallelReservationCommand } from '../../domain/parallel-reservation/decide-parallel-reservation-command'
import { parallelReservationDecider } from '../../domain/parallel-reservation/parallel-reservation-decider'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { requestOf } from '../domain/parallel-reservation/example-parallel-reservation'
import { anna, bent, exampleStanding } from '../fixtures/example-library'
import { arbitraryStream } from './arbitrary-stream'

const request = requestOf()

const arbitraryParallelReservationCommand: Arbitrary<ParallelReservationCommand> = fc.oneof(
  fc.constantFrom(anna, bent).map((borrower) => ({ ...request, standing: exampleStanding(borrower) })),
  fc.constant<ParallelReservationCommand>({
    type: 'CompleteParallelReservation',
    parallelReservation: request.parallelReservation,
  }),
)

/** Streams of a parallel reservation. */
export const arbitraryParallelReservationStream = arbitraryStream(
  parallelReservationDecider(defaultLibraryPolicy),
  arbitraryParallelReservationCommand.map((command) => () => command),
)

export const parallelReservationCommands: ReadonlyArray<() => ParallelReservationCommand> = fc
  .sample(arbitraryParallelReservationCommand, { numRuns: 20, seed: 7 })
  .map((command) => () => command)

import type {
  RequestParallelReservation,
  TitleToReserve,
} from '../../../domain/parallel-reservation/commands/request-parallel-reservation'
import { noTitleHoldings, type TitleHoldings } from '../../../domain/policy/title-holdings'
import type { ParallelReservationId } from '../../../domain/values/ids'
import {
  anna,
  exampleStanding,
  firstTitle,
  mainBranch,
  noon,
  reservationId,
  secondTitle,
  statisticsScopeId,
} from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'

export const parallelReservation = numberedUuid(8_000) as ParallelReservationId

/** A title of a request, with one copy that can be reserved. */
export const titleToReserve = (
  n: number,
  title = firstTitle,
  holdings: Partial<TitleHoldings> = { reservable: 1 },
): TitleToReserve => ({
  ...{ title, reservation: reservationId(n), isWaitingAlready: false },
  holdings: { ...noTitleHoldings, ...holdings },
})

/** A request of Anna for one of two titles. */
export const requestOf = (
  titles: ReadonlyArray<TitleToReserve> = [titleToReserve(1), titleToReserve(2, secondTitle)],
): RequestParallelReservation => ({
  ...{ type: 'RequestParallelReservation', parallelReservation, titles, shuffled: titles.toReversed() },
  ...{ standing: exampleStanding(anna), statistics: statisticsScopeId, pickUpBranch: mainBranch },
  ...{ interestUntil: undefined, at: noon('2026-01-05') },
})

import { followUpToTitle } from '../../../domain/reactions/follow-up'
import type { FollowUp } from '../../../domain/reactions/follow-up'
import { findQueuePlaceOfReservation } from '../../../domain/title/reservation-queue'
import { firstTitle, reservationId } from '../../fixtures/example-library'
import { simulateReactions, type ReactionSimulation } from '../../fixtures/reaction-simulation'

/** A library after commands, all of which are accepted, and their reactions. */
export const libraryAfter = (...commands: ReadonlyArray<FollowUp>): ReactionSimulation => {
  const library = simulateReactions()
  for (const command of commands) expect(library.execute(command)).toBe(true)
  return library
}

/** A command about the first reservation. */
export const titleCommand = <C extends object>(command: C): FollowUp =>
  followUpToTitle(firstTitle, { reservation: reservationId(1), title: firstTitle, ...command } as never)

export const placeTagOf = (library: ReactionSimulation, n: number) =>
  findQueuePlaceOfReservation(reservationId(n))(library.title())?._tag

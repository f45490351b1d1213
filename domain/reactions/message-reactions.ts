import { readyReservationMakesMessage } from './ready-reservation-makes-message'
import type { Reaction } from './reaction'

/** The reactions that write to borrowers at once. All other messages are made by the closing of the day. */
export const messageReactions: ReadonlyArray<Reaction> = [readyReservationMakesMessage]

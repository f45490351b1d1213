import type { BlockReason } from './block-reason'

/** "O, S and D refuse log-in": the card is stolen, a machine blocked it, or the borrower has died. */
const refusing: ReadonlySet<BlockReason> = new Set<BlockReason>(['O', 'S', 'D'])

/** Whether a borrower with these blocks may log in. */
export const mayLogIn = (blocks: ReadonlyArray<BlockReason>): boolean => !blocks.some((reason) => refusing.has(reason))

/** Ms after a log-in during which it counts as fresh. */
const freshLogInMs = 5 * 60_000

/** Whether somebody who logged in at a time proved just now who they are. Both are in ms since 1970. */
export const isFreshLogIn = (loggedInAt: number, now: number): boolean => now - loggedInAt < freshLogInMs

import type { BlockReason } from './block-reason'

/** "O, S and D refuse log-in": the card is stolen, a machine blocked it, or the borrower has died. */
const refusing: ReadonlySet<BlockReason> = new Set<BlockReason>(['O', 'S', 'D'])

/** Whether a borrower with these blocks may log in. */
export const mayLogIn = (blocks: ReadonlyArray<BlockReason>): boolean => !blocks.some((reason) => refusing.has(reason))

/** Ms after a log-in during which it counts as fresh. */
export const freshLogInMs = 5 * 60_000

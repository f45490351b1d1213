import type { BlockReason } from '../../../domain/policy/block-reason'
import type { TrueBorrower } from './ground-truth'

const refusing: ReadonlyArray<BlockReason> = ['O', 'S', 'D']

/** "O, S and D refuse log-in": whether a block of a borrower does. */
export const isRefusedLogIn = ({ blocks }: Pick<TrueBorrower, 'blocks'>): boolean =>
  [...blocks.values()].some(({ reason }) => refusing.includes(reason))

import type { BranchId } from '../../../domain/values/ids'

/** The only branch of the measured library. */
export const benchBranch = 'DK-785100' as BranchId

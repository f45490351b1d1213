import type { BranchId } from '../../../domain/values/ids'

/** The one branch of the library that is measured. */
export const branch = 'DK-785100' as BranchId

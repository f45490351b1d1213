import { openViewingUntil } from '../../../../../domain/policy/video-policy'
import type { Instant } from '../../../../../domain/values/instant'
import type { VideoRequestRow } from '../../../../../projections/video/video-tables'
import type { HttpCaller } from '../../tokens/caller'

/** Whether the caller made a request themselves, and can still watch or fetch what it granted. */
export const isOpenForCaller = (
  { refusedBecause, by, role, at }: Pick<VideoRequestRow, 'refusedBecause' | 'by' | 'role' | 'at'>,
  caller: HttpCaller,
  now: Instant,
): boolean => refusedBecause === null && caller.role === role && caller.subject === by && now < openViewingUntil(at)

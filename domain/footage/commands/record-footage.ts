import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { lastDayOfFootage } from '../../policy/video-policy'
import { dayOf, subtractMilliseconds, type Instant } from '../../values/instant'
import type { BranchId, CameraId, FootageId } from '../../values/ids'
import { FootageRecorded } from '../events/footage-recorded'
import type { FootageRefusal } from '../footage-refusal'
import type { FootageState } from '../footage-state'

/** Registers a recording. Its content comes afterwards. */
export interface RecordFootage {
  readonly type: 'RecordFootage'
  readonly footage: FootageId
  readonly branch: BranchId
  readonly camera: CameraId
  readonly from: Instant
  /** The first moment that was not recorded: at the latest the midnight that ends the day of `from`. */
  readonly until: Instant
  readonly now: Instant
}

const findRefusal = ({ from, until, now }: RecordFootage, state: FootageState): FootageRefusal | undefined => {
  if (state._tag !== 'NoFootage') return { _tag: 'FootageIsRecordedAlready' }
  if (until <= from) return { _tag: 'PeriodIsEmpty' }
  if (until > now) return { _tag: 'PeriodIsInFuture' }
  if (dayOf(subtractMilliseconds(1)(until)) !== dayOf(from)) return { _tag: 'PeriodSpansDays' }
  return lastDayOfFootage(dayOf(from)) < dayOf(now) ? { _tag: 'FootageIsTooOld' } : undefined
}

/** Refused: `FootageIsRecordedAlready`, `PeriodIsEmpty`, `PeriodIsInFuture`, `PeriodSpansDays`, `FootageIsTooOld`. */
export const decideRecordFootage =
  (command: RecordFootage) =>
  (state: FootageState): Either<FootageRefusal, ReadonlyArray<FootageRecorded>> => {
    const refusal = findRefusal(command, state)
    const { footage, branch, camera, from, until } = command
    return refusal === undefined
      ? E.right([FootageRecorded({ footage, branch, camera, day: dayOf(from) }, { footage: { from, until } })])
      : E.left(refusal)
  }

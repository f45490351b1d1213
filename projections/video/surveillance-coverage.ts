import { gapsIn, partsOutside } from '../../domain/footage/coverage'
import { footageDays } from '../../domain/policy/video-policy'
import type { Branch } from '../../domain/policy/branch'
import { openingPeriodOf, type Period } from '../../domain/policy/opening-period'
import type { PolicyByDay } from '../../domain/policy/policy-by-day'
import { addDays, type Day } from '../../domain/values/day'
import type { BranchId, CameraId, FootageId } from '../../domain/values/ids'
import { dayOf, type Instant } from '../../domain/values/instant'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { recordingErasedOn } from './recording-erased-on'
import { recordings } from './video-queries'
import type { RecordingRow } from './video-tables'

/** A part of the opening hours of which a camera has no recording. */
export interface SurveillanceGap extends Period {
  readonly branch: BranchId
  readonly camera: CameraId
  readonly day: Day
}

/** A part of a recording outside the opening hours, and the day with whose closing it is erased. */
export interface FootageOutsideOpeningHours extends SurveillanceGap {
  readonly footage: FootageId
  readonly erasedOn: Day
}

/** Where surveillance and opening hours differ. */
export interface SurveillanceCoverage {
  readonly gaps: ReadonlyArray<SurveillanceGap>
  readonly outside: ReadonlyArray<FootageOutsideOpeningHours>
}

const notAfter =
  (now: Instant) =>
  ({ from, until }: Period): Period => ({ from, until: until < now ? until : now })

/** A recording whose content has not come does not cover anything. */
const ofCamera = (all: ReadonlyArray<RecordingRow>, day: Day, branch: BranchId, camera: CameraId) =>
  all.filter((row) => row.day === day && row.branch === branch && row.camera === camera && row.digest !== null)

/**
 * The gaps of a camera, the newest first, since the day of its first recording that is not erased: what was before is erased,
 * or was before the camera recorded. Of a camera without a recording, the newest one.
 */
const sinceFirstRecording = (
  all: ReadonlyArray<RecordingRow>,
  gaps: ReadonlyArray<SurveillanceGap>,
): ReadonlyArray<SurveillanceGap> =>
  gaps.filter((gap) => {
    const { branch, camera, day } = gap
    const days = all.filter((row) => row.branch === branch && row.camera === camera && row.digest !== null)
    const newest = gaps.find((other) => other.branch === branch && other.camera === camera)
    return days.length === 0 ? gap === newest : days.some((row) => row.day <= day)
  })

/**
 * Compares the recordings that are not erased with the opening hours, up to now: for each camera that the policy of the day
 * names. The newest day first.
 */
export const surveillanceCoverage =
  (policy: PolicyByDay, now: Instant) =>
  (rows: ReadModelRows): SurveillanceCoverage => {
    const [all, today] = [recordings(rows), dayOf(now)]
    const days = Array.from({ length: footageDays + 1 }, (_, back) => addDays(-back)(today))
    const openingOn = (day: Day, branch: Branch): Period | undefined => openingPeriodOf(policy(day))(day)(branch)
    const gapsOf = (day: Day, branch: Branch, camera: CameraId): ReadonlyArray<SurveillanceGap> => {
      const opening = openingOn(day, branch)
      return opening === undefined
        ? []
        : gapsIn(notAfter(now)(opening))(ofCamera(all, day, branch.code, camera)).map((gap) => ({
            ...{ branch: branch.code, camera, day },
            ...gap,
          }))
    }
    /** Nothing can be said of a branch whose opening hours are not given. */
    const outsideOf = (row: RecordingRow): ReadonlyArray<Period> => {
      const branch = policy(row.day).branches.find(({ code }) => code === row.branch)
      return branch === undefined || branch.openingHours === null ? [] : partsOutside(openingOn(row.day, branch))(row)
    }
    return {
      gaps: sinceFirstRecording(
        all,
        days.flatMap((day) =>
          policy(day).branches.flatMap((branch) => branch.cameras.flatMap((camera) => gapsOf(day, branch, camera))),
        ),
      ),
      outside: all.flatMap((row) => {
        const { footage, branch, camera, day } = row
        return outsideOf(row).map((part) => ({
          ...{ footage, branch, camera, day, erasedOn: recordingErasedOn(row)(rows) },
          ...part,
        }))
      }),
    }
  }

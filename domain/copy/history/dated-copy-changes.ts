import type { Day } from '../../values/day'
import type { BranchId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { CopyEvent } from '../copy-event'
import { applyByEventType } from './apply-by-copy-event-type'
import type { TimelineEntry } from './loan-ends-of-timeline'

/** What the library did with a copy. The log has its day and no moment. */
export type DatedCopyChange =
  | { readonly type: 'missing'; readonly on: Day; readonly branch: BranchId }
  | { readonly type: 'withdrawn'; readonly on: Day }
  /** The copy was reserved after a scan, which may have been recorded later than it happened. */
  | { readonly type: 'reserved'; readonly on: Day; readonly recordedOn: Day }
  /** The copy was in the hands of staff. */
  | { readonly type: 'scanned'; readonly on: Day; readonly branch: BranchId; readonly recordedOn: Day }

type MissingSince = Extract<DatedCopyChange, { type: 'missing' }>
type ScannedOn = Extract<DatedCopyChange, { type: 'scanned' }>
type DatedChanges = ReadonlyArray<DatedCopyChange>
type ChangesUpdate = (recordedOn: Day) => (changes: DatedChanges) => DatedChanges

const isScanned = (change: DatedCopyChange): change is ScannedOn => change.type === 'scanned'
const isMissing = (change: DatedCopyChange): change is MissingSince => change.type === 'missing'

/** Whether a change needs somebody who has the copy in hand. */
const isMadeWithCopyInHand = ({ type }: DatedCopyChange): boolean => type === 'scanned' || type === 'reserved'

/** Whether a change stays when the copy is scanned: it is missing no more. */
const staysAfterScan = (change: DatedCopyChange): boolean => isMadeWithCopyInHand(change) || change.type === 'withdrawn'

const addScan =
  (on: Day, branch: BranchId): ChangesUpdate =>
  (recordedOn) =>
  (changes) => [...changes.filter(staysAfterScan), { type: 'scanned', on, branch, recordedOn }]

/** The return of a loan that had begun before the copy was missing says nothing about the days after it. */
const addReturn =
  (on: Day, branch: BranchId): ChangesUpdate =>
  (recordedOn) =>
  (changes) => [
    ...changes.filter((change) => staysAfterScan(change) || change.on >= on),
    { type: 'scanned', on, branch, recordedOn },
  ]

/**
 * A step of a reserved copy. It follows from a scan that was recorded on the same day, which may have happened on an
 * earlier one, or from the end of another reservation. So it does not say that somebody had the copy in hand.
 */
const addReserved: ChangesUpdate = (recordedOn) => (changes) => {
  const scan = changes.filter(isScanned).findLast((change) => change.recordedOn === recordedOn)
  return [...changes.filter(staysAfterScan), { type: 'reserved', on: scan?.on ?? recordedOn, recordedOn }]
}

/** A reservation that has ended says nothing about the copy any more. */
const dropReservation: ChangesUpdate = () => (changes) => changes.filter(({ type }) => type !== 'reserved')

const add =
  (change: DatedCopyChange): ChangesUpdate =>
  () =>
  (changes) => [...changes, change]

/** A missing copy that is withdrawn is missing no more. A copy is withdrawn once: the end of a late loan repeats it. */
const addWithdrawal: ChangesUpdate = (on) => (changes) => {
  const others = changes.filter((change) => !isMissing(change))
  return others.some(({ type }) => type === 'withdrawn') ? others : [...others, { type: 'withdrawn', on }]
}

const changeOf = applyByEventType<ChangesUpdate>({
  CopyMissing: ({ open: { missedOn: on, branch } }) => add({ type: 'missing', on, branch }),
  CopyWithdrawn: () => addWithdrawal,
  CopyHandedIn: ({ open: { handedInOn, branch } }) => addScan(handedInOn, branch),
  CopyFound: ({ open: { foundOn, branch } }) => addScan(foundOn, branch),
  ClaimedCopyFound: ({ open: { foundOn, branch } }) => addScan(foundOn, branch),
  LoanUndone: ({ open: { undoneOn, branch } }) => addScan(undoneOn, branch),
  LoanReturned: ({ open: { returnedOn, branch } }) => addReturn(returnedOn, branch),
  CopySetAside: () => addReserved,
  CopySent: () => addReserved,
  CopyReady: () => addReserved,
  SetAsideReleased: () => dropReservation,
})

/** The changes after an event, in the order of the log. */
export const addDatedChange =
  (event: CopyEvent, recordedOn: Day) =>
  (changes: DatedChanges): DatedChanges =>
    changeOf(event)?.(recordedOn)(changes) ?? changes

/**
 * Whether the library did something with the copy after a moment. On the same day, its change counts as the later one,
 * unless the moment of a scan of that day is known.
 */
export const hasDatedChangeAfter =
  (at: Instant) =>
  (changes: DatedChanges, timeline: ReadonlyArray<TimelineEntry>): boolean => {
    const day = dayOf(at)
    const isScanKnown = timeline.some((entry) => dayOf(entry.at) === day)
    return changes.some(
      (change) => change.on > day || (change.on === day && !(isMadeWithCopyInHand(change) && isScanKnown)),
    )
  }

/** The change by which the copy has been missing since a later moment of the day, or a later day; undefined if none. */
export const findChangeToMissingAfter =
  (at: Instant) =>
  (changes: DatedChanges): MissingSince | undefined =>
    changes.filter(isMissing).findLast(({ on }) => on >= dayOf(at))

/** Whether the copy was withdrawn on the day of a moment, or later. */
export const isWithdrawnAfter =
  (at: Instant) =>
  (changes: DatedChanges): boolean =>
    changes.some(({ type, on }) => type === 'withdrawn' && on >= dayOf(at))

/** The first scan on a later day than a moment; undefined if none. */
export const findScanOnLaterDay =
  (at: Instant) =>
  (changes: DatedChanges): ScannedOn | undefined =>
    changes
      .filter(isScanned)
      .filter(({ on }) => on > dayOf(at))
      .toSorted((one, other) => (one.on < other.on ? -1 : 1))[0]

/** Whether the copy was scanned after a day, and not later than another, at a moment that the log does not have. */
export const isScannedBetween =
  (after: Day, until: Day) =>
  (changes: DatedChanges, timeline: ReadonlyArray<TimelineEntry>): boolean =>
    changes
      .filter(isScanned)
      .some(
        ({ on }) =>
          on > after && on <= until && !timeline.some(({ at, type }) => type === 'returned' && dayOf(at) === on),
      )

/** Whether the copy was reserved after a moment: on a later day, or on the same day without a scan before that moment. */
export const isCopyReservedOnlyAfter =
  (at: Instant) =>
  (changes: DatedChanges, timeline: ReadonlyArray<TimelineEntry>): boolean => {
    const day = dayOf(at)
    const wasScanned = timeline.some((entry) => entry.at < at && dayOf(entry.at) === day)
    const recorded = changes.flatMap((change) => (change.type === 'reserved' ? [change.recordedOn] : []))
    return recorded.length > 0 && recorded.every((on) => on > day || (on === day && !wasScanned))
  }

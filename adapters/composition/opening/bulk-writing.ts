import * as E from 'fp-ts/Either'
import { addDays, type Day } from '../../../domain/values/day'
import type { Schedule } from '../../../retention/schedule/schedule'
import { isMarkedBulkWriting, unmarkBulkWriting } from '../../stores/data-folder/bulk-marker'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { writeSimulatedToday } from '../../stores/data-folder/folder-description'
import { createBulkFileCommits, type BulkFileCommits } from '../../stores/sqlite/bulk/bulk-file-commits'
import type { OpenedClock } from './open-library-clock'

/** The writing of a folder in bulk: the commits of its files, and its day, which is written after them. */
interface BulkWriting {
  readonly commits: BulkFileCommits
  readonly writeToday: (today: Day) => void
  /** Must be called when all stores are closed: removes the mark when everything is durable. */
  readonly end: () => void
}

/** The day in the file may be behind the days that the log has closed, and is never ahead of them. */
export const startBulkWriting = (layout: DataFolderLayout): BulkWriting => {
  const commits = createBulkFileCommits()
  let unwrittenToday: Day | undefined
  commits.afterCommit(() => {
    if (unwrittenToday !== undefined) writeSimulatedToday(layout)(unwrittenToday)
    unwrittenToday = undefined
  })
  return {
    commits,
    writeToday: (today) => {
      unwrittenToday = today
    },
    end: () => {
      if (E.isRight(commits.commitAll())) unmarkBulkWriting(layout)
    },
  }
}

/**
 * Moves the clock of a folder whose writing in bulk was interrupted to the day after the last closed day. Must be called
 * when the schedule has caught up with the logs.
 */
export const moveSimulatedClockPastClosedDays = (
  layout: DataFolderLayout,
  { simulated }: OpenedClock,
  { lastClosing }: Pick<Schedule, 'lastClosing'>,
): void => {
  if (simulated === undefined || !isMarkedBulkWriting(layout)) return
  const lastClosed = lastClosing('circulation', 'day')?.on as Day | undefined
  if (lastClosed !== undefined && lastClosed >= simulated.today()) simulated.moveTo(addDays(1)(lastClosed))
}

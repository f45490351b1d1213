import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { Leases } from '../../../domain/ports/leases'
import type { AlarmReporter } from '../failures/alarm-without-repeats'
import { runIfLeaseIsFree } from './with-lease'

/** A task that one process at a time does, under a lease of this name. */
interface TaskUnderLease {
  readonly lease: string
  /** Whether the process is about to end. */
  readonly isStopping: () => boolean
  /** `mayContinue`: this process still holds the lease, and is not about to end. It is asked before each step. */
  readonly run: (mayContinue: Task<boolean>) => Promise<void>
}

/** Runs a task once when no other process holds its lease; otherwise does nothing. */
export const runTaskUnderLease =
  (leases: Leases, alarm: AlarmReporter) =>
  async ({ lease, isStopping, run }: TaskUnderLease): Promise<void> => {
    const alarmLeaseEndTooFar = () => alarm('LeaseEndTooFar', { lease })
    await runIfLeaseIsFree(leases, alarmLeaseEndTooFar)(lease)((holdsLease) =>
      TE.fromTask(() => run(async () => !isStopping() && E.getOrElse(() => false)(await holdsLease()))),
    )()
  }

import { logNames } from '../../../domain/event/stream'
import type { LibraryStores } from '../stores/library-stores'

/** Whether the schedule has read both logs to their ends, and so knows every erasure that they hold. */
export const isScheduleAtEnds =
  ({ logs, schedule }: Pick<LibraryStores, 'logs' | 'schedule'>) =>
  async (): Promise<boolean> => {
    const heads = await Promise.all(logNames.map((log) => logs[log].head()))
    return logNames.every((log, index) => (schedule.position(log) ?? '') >= (heads[index] ?? ''))
  }

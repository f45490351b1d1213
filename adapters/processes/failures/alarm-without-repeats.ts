import type { MachineClock } from '../../../domain/ports/clocks'

/** Reports what must never happen: the kind of the alarm and, where there is one, its place. Names no person. */
export type Alarm = (kind: string, details?: Readonly<Record<string, string | number>>) => void

/** Ms. An alarm of a kind that goes on, for example with each request, is raised once in this time. */
const repeatInterval = 600_000

/** Raises an alarm without details at most once in ten minutes. What has details is reported once by its own list. */
export const alarmWithoutRepeats = (alarm: Alarm, clock: MachineClock): Alarm => {
  const raisedAt = new Map<string, number>()
  return (kind, details) => {
    if (details === undefined) {
      const now = clock.elapsed()
      if (now - (raisedAt.get(kind) ?? -Infinity) < repeatInterval) return
      raisedAt.set(kind, now)
    }
    alarm(kind, details)
  }
}

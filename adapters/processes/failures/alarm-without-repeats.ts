import type { MonotonicClock } from '../../../domain/ports/clocks'

/** Reports what must never happen: the kind of the alarm and, where there is one, its place. Names no person. */
export type AlarmReporter = (kind: string, details?: Readonly<Record<string, string | number>>) => void

/** Ms. An alarm of a kind that goes on, for example with each request, is raised once in this time. */
const repeatInterval = 600_000

/** What makes an alarm the same as an earlier one: its kind and store. Undefined for what its own list reports once. */
const repeatsAs: (...alarm: Parameters<AlarmReporter>) => string | undefined = (kind, details) => {
  if (details === undefined) return kind
  return details['store'] === undefined ? undefined : `${kind} ${details['store']}`
}

/**
 * Raises an alarm without details, or about a store, at most once in ten minutes. What has other details is reported once
 * by its own list.
 */
export const alarmWithoutRepeats = (alarm: AlarmReporter, clock: MonotonicClock): AlarmReporter => {
  const raisedAt = new Map<string, number>()
  return (kind, details) => {
    const repeated = repeatsAs(kind, details)
    if (repeated !== undefined) {
      const now = clock.elapsed()
      if (now - (raisedAt.get(repeated) ?? -Infinity) < repeatInterval) return
      raisedAt.set(repeated, now)
    }
    alarm(kind, details)
  }
}

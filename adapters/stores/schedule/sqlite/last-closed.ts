import type { Schedule } from '../../../../retention/schedule/schedule'

/** The last closing of each kind in each log, looked up once: it is asked for many times a day and changes once. */
export interface LastClosed {
  readonly of: Schedule['closed']
  /** One was written, or undone. */
  readonly clear: () => void
}

export const lastClosed = (find: Schedule['closed']): LastClosed => {
  const known = new Map<string, ReturnType<Schedule['closed']>>()
  return {
    of: (log, by) => {
      const key = `${log} ${by}`
      if (!known.has(key)) known.set(key, find(log, by))
      return known.get(key)
    },
    clear: () => known.clear(),
  }
}

import type { Schedule } from '../../../../retention/schedule/schedule'

/** Caches the last closing of each kind in each log: it is asked for many times a day, and changes once. */
interface LastClosingCache {
  readonly lastClosing: Schedule['lastClosing']
  /** Called when a closing is written, or after a rollback. */
  readonly clear: () => void
}

export const createLastClosingCache = (load: Schedule['lastClosing']): LastClosingCache => {
  const cache = new Map<string, ReturnType<Schedule['lastClosing']>>()
  return {
    lastClosing: (log, by) => {
      const key = `${log} ${by}`
      if (!cache.has(key)) cache.set(key, load(log, by))
      return cache.get(key)
    },
    clear: () => cache.clear(),
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { StoredEvent } from '../../../domain/ports/event-store'
import type { RunnerName } from './race-runners'

/** Notes which runners called a port while an erasure was under way: declared, and without a certificate. */
export const noteMeetings = () => {
  const running = new AsyncLocalStorage<RunnerName>()
  /** Who declared a run. */
  const underWay = new Map<string, RunnerName | undefined>()
  const met = new Set<RunnerName>()
  return {
    met,
    runAs: <A>(name: RunnerName, run: () => Promise<A>): Promise<A> => running.run(name, run),
    /** Called with each event once it is appended. */
    appended: ({ type, open }: StoredEvent): void => {
      if (type !== 'ErasureDue' && type !== 'ScopesErased') return
      const { run } = JSON.parse(open) as { readonly run: string }
      if (type === 'ErasureDue') underWay.set(run, running.getStore())
      else underWay.delete(run)
    },
    /** Called at each call of a port. */
    called: (): void => {
      const name = running.getStore()
      if (name !== undefined && [...underWay.values()].some((declaredBy) => declaredBy !== name)) met.add(name)
    },
  }
}

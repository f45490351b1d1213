import type { DomainEvent } from '../../../domain/event/domain-event'
import type { History } from './arbitrary-history'
import { canaryText } from './history-state'

/** A history in which each personal text is another one, and the scope that each text goes with. */
export interface HistoryWithCanaries {
  readonly history: History
  readonly scopeOfCanary: ReadonlyMap<string, string>
}

/** Replaces each personal text of a value, however deep it stands. */
const replaceTexts = (value: unknown, newText: () => string): unknown => {
  if (typeof value === 'string') return value.replaceAll(canaryText, newText)
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, newText))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaceTexts(item, newText)]))
}

/** Makes every personal text of every event unique, so that a search tells which of them is left. */
export const plantCanaries = (history: History): HistoryWithCanaries => {
  const scopeOfCanary = new Map<string, string>()
  const plant = (event: DomainEvent): DomainEvent => {
    const open: Readonly<Record<string, unknown>> = event.open
    const sealed = Object.entries(event.sealed).map(([name, part]) => {
      const newText = (): string => {
        const canary = `${canaryText}${String(scopeOfCanary.size)}x`
        scopeOfCanary.set(canary, String(open[name]))
        return canary
      }
      return [name, replaceTexts(part, newText)]
    })
    return { ...event, sealed: Object.fromEntries(sealed) }
  }
  const { circulation, persons } = history
  return { history: { ...history, circulation: circulation.map(plant), persons: persons.map(plant) }, scopeOfCanary }
}

import type { YearEvidence } from './year-evidence'

const notListed = 'not listed'

/** Compares what a source lists with what it listed in the copy before, and notes the ids of each kind of change. */
export const makeListComparison = (evidence: YearEvidence, source: string) => {
  let before: ReadonlyMap<string, string> = new Map()
  return (day: number, now: ReadonlyMap<string, string>): void => {
    const byKind = new Map<string, string[]>()
    const note = (id: string, from: string, to: string): void => {
      if (from === to) return
      const kind = `${from} > ${to}`
      const ids = byKind.get(kind)
      if (ids === undefined) byKind.set(kind, [id])
      else ids.push(id)
    }
    for (const [id, state] of now) note(id, before.get(id) ?? notListed, state)
    for (const [id, state] of before) if (!now.has(id)) note(id, state, notListed)
    for (const [kind, ids] of byKind) evidence.changes.push({ source, day, kind, ids })
    before = now
  }
}

/** Ids of one source that changed between two copies in the same way. */
export interface ListedChange {
  readonly source: string
  /** The number of the day on which the change is seen, from 0. */
  readonly day: number
  /** What the source said before, and what it says now. */
  readonly kind: string
  readonly ids: ReadonlyArray<string>
}

/** What the copies of a year tell, in figures and in lists. */
export interface YearEvidence {
  /** By name of a figure: the day and its value, in the order of days. */
  readonly figures: Map<string, Map<number, number>>
  readonly changes: ListedChange[]
}

export const emptyYearEvidence = (): YearEvidence => ({ figures: new Map(), changes: [] })

/** Notes one figure of a day. */
export const noteFigure = ({ figures }: YearEvidence, name: string, day: number, value: number): void => {
  const known = figures.get(name)
  if (known === undefined) figures.set(name, new Map([[day, value]]))
  else known.set(day, value)
}

const nameIn = (parent: string, key: string, value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value
    ? `${parent} ${String(value.name)}`
    : `${parent} ${key}`

/** Notes every number within a JSON value, and the length of every text. */
export const noteFiguresOf = (evidence: YearEvidence, name: string, day: number, value: unknown): void => {
  if (typeof value === 'number') noteFigure(evidence, name, day, value)
  else if (typeof value === 'string') noteFigure(evidence, `${name} (length)`, day, value.length)
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) noteFiguresOf(evidence, nameIn(name, key, member), day, member)
}

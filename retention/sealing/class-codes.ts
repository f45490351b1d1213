import type { ScopeClass } from '../../domain/event/scope-class'

/** How a scope's class is written in one byte. A number, once given, is never given to another class. */
const codes: Readonly<Record<ScopeClass, number>> = {
  borrower: 1,
  contact: 2,
  card: 3,
  block: 4,
  loan: 5,
  reservation: 6,
  setAside: 7,
  fee: 8,
  payment: 9,
  statistics: 10,
  idempotency: 11,
  import: 12,
}

const classes = new Map(Object.entries(codes).map(([name, code]) => [code, name as ScopeClass]))

export const codeOfClass = (name: ScopeClass): number => codes[name]

/** The class with this number, or undefined when there is none. */
export const classOfCode = (code: number): ScopeClass | undefined => classes.get(code)

import type { ScopeClass } from '../../domain/event/scope-class'

/** The one-byte code of each scope class. A code is never given to another class. */
const codes: Readonly<Record<ScopeClass, number>> = {
  borrower: 1,
  contact: 2,
  card: 3,
  block: 4,
  loan: 5,
  reservation: 6,
  parallelReservation: 26,
  setAside: 7,
  fee: 8,
  payment: 9,
  statistics: 10,
  idempotency: 11,
  import: 12,
  unmatched: 13,
  hold: 14,
  history: 15,
  identity: 16,
  preference: 17,
  pin: 18,
  absence: 19,
  note: 20,
  message: 21,
  guardian: 22,
  notice: 23,
  disclosure: 24,
  messageCount: 25,
  access: 27,
  view: 28,
  footage: 29,
  viewing: 30,
  serverLog: 35,
  serverLogOpening: 36,
}

const classes = new Map(Object.entries(codes).map(([name, code]) => [code, name as ScopeClass]))

export const codeOfScopeClass = (name: ScopeClass): number => codes[name]

/** The scope class with this code; undefined when there is none. */
export const scopeClassOfCode = (code: number): ScopeClass | undefined => classes.get(code)

/** The classes of scopes. `retention/classes` says when each ends, and by which promise. */
export const scopeClasses = [
  'borrower',
  'contact',
  'card',
  'block',
  'history',
  'loan',
  'reservation',
  'setAside',
  'fee',
  'payment',
  'message',
  'hold',
  'unmatched',
  'statistics',
  'idempotency',
  'import',
] as const

export type ScopeClass = (typeof scopeClasses)[number]

/** The key that wraps a scope's key: the borrower's, so that both must live, or the library's own. */
export const parentByScopeClass: Readonly<Record<ScopeClass, 'borrower' | 'library'>> = {
  borrower: 'library',
  contact: 'borrower',
  card: 'borrower',
  block: 'borrower',
  history: 'borrower',
  loan: 'borrower',
  reservation: 'borrower',
  setAside: 'borrower',
  fee: 'borrower',
  payment: 'borrower',
  message: 'borrower',
  hold: 'borrower',
  unmatched: 'library',
  statistics: 'library',
  idempotency: 'library',
  import: 'library',
}

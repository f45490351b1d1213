import type { DeletionClass } from './deletion-class'
import { atOnce } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

/** An import that was broken off is resumed or finished; its ids can be derived again until then. */
export const importClass = (_periods: Periods): DeletionClass => ({
  class: 'import',
  parent: 'library',
  log: 'circulation',
  namedBy: ['ImportStarted'],
  ends: [when('ImportFinished', 'import', 'recorded', atOnce)],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(1)(c) and (e); Article 25',
  promise: 'history is deleted 30 days after return, or after the outstanding balance is paid',
  kept: 'how many rows the file had, and its fingerprint',
})

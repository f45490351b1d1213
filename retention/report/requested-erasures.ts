import type { RunId } from '../../domain/values/ids'
import { isEventOfType, type OpenPartOfEvent } from '../schedule/open-part-of-event'
import { addTo, type Counts } from './counts'

const isErasureDue = isEventOfType('ErasureDue')
const isScopesErased = isEventOfType('ScopesErased')

/** Counts the borrowers who asked to be erased and whose erasure has a certificate, by its month. */
export const createRequestedErasureCounter = () => {
  const erased = new Map<string, number>()
  const requested = new Map<RunId, number>()
  const declare = (run: RunId, borrowers: number): void => {
    if (borrowers > 0) addTo(requested, run, borrowers)
  }
  return {
    apply: (event: OpenPartOfEvent): void => {
      if (isErasureDue(event) && event.open.reason === 'requested')
        declare(event.open.run, event.open.scopes.filter(({ class: name }) => name === 'borrower').length)
      if (!isScopesErased(event)) return
      const borrowers = requested.get(event.open.run)
      if (borrowers !== undefined) addTo(erased, event.metadata.recorded.slice(0, 7), borrowers)
      requested.delete(event.open.run)
    },
    counts: (): Counts<string> => erased,
  }
}

import type { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { RunId } from '../../domain/values/ids'
import { isEventOfType, type OpenPartOfEvent } from '../schedule/open-part-of-event'
import { addToCount, type CountsBy } from './counts'

const isErasureDue = isEventOfType('ErasureDue')
const isScopesErased = isEventOfType('ScopesErased')

/** Counts the borrowers who asked to be erased and whose erasure has a certificate, by its month. */
export const createRequestedErasureCounter = () => {
  const erased = new Map<string, number>()
  const requested = new Map<RunId, number>()
  const declare = ({ reason, run, scopes }: ErasureDue['open']): void => {
    const borrowers = scopes.filter(({ class: name }) => name === 'borrower').length
    if (reason === 'requested' && borrowers > 0) addToCount(requested, run, borrowers)
  }
  const certify = (run: RunId, month: string): void => {
    const borrowers = requested.get(run)
    if (borrowers !== undefined) addToCount(erased, month, borrowers)
    requested.delete(run)
  }
  return {
    apply: (event: OpenPartOfEvent): void => {
      if (isErasureDue(event)) declare(event.open)
      if (isScopesErased(event)) certify(event.open.run, event.metadata.recorded.slice(0, 7))
    },
    counts: (): CountsBy<string> => erased,
  }
}

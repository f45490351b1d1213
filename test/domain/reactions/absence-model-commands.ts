import fc from 'fast-check'
import { anna, bent, carl, young } from '../../fixtures/example-library'
import { noViolations, type CheckLibrary, type ModelCommand } from './circulation-model'

/** A borrower goes away, or comes back; the closing of the day then serves whoever waits. */
const changeAbsence = (change: 'leaves' | 'comesBack', check: CheckLibrary): fc.Arbitrary<ModelCommand> =>
  fc.constantFrom(anna, bent, carl, young).map((borrower) => ({
    check: () => true,
    toString: () => `${change}(${borrower})`,
    run: (model, library) => {
      library.runReactions()
      check(library, model, noViolations)
      if (change === 'leaves') model.absent.add(borrower)
      else model.absent.delete(borrower)
      library.serveWaiting()
      check(library, model, noViolations)
    },
  }))

/** Borrowers of a circulation model go away and come back. `check` runs before and after. */
export const absenceModelCommands = (check: CheckLibrary): ReadonlyArray<fc.Arbitrary<ModelCommand>> => [
  changeAbsence('leaves', check),
  changeAbsence('comesBack', check),
]

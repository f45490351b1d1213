import * as TE from 'fp-ts/TaskEither'
import { factsFor } from '../../../domain/use-cases/facts-for'
import type { Library } from '../../../domain/use-cases/library'
import { reserve } from '../../../domain/use-cases/reserve'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import type { Day } from '../../../domain/values/day'
import type { TitleId } from '../../../domain/values/ids'
import { nextIsServed } from '../../../domain/reactions/next-is-served'
import { acquireOne, branch, copy, now, registerNumbered, title } from '../../e2e/steps'
import { right } from '../../fixtures/right'
import { withSystem } from '../../fixtures/system'

const handedIn = CopyHandedIn({ copy, title, branch, handedInOn: '2026-01-05' as Day }, {})

/** The same library, which writes down for which titles all copies are asked for. */
const noting = (library: Library) => {
  const asked: TitleId[] = []
  const copiesOf: Library['lookUp']['copiesOf'] = (of) =>
    TE.chain(() => library.lookUp.copiesOf(of))(TE.fromIO(() => void asked.push(of)))
  return { asked, library: { ...library, lookUp: { ...library.lookUp, copiesOf } } }
}

describe('when a copy has come free', () => {
  it('the other copies of its title are not asked for where nobody waits: there may be very many', () =>
    withSystem(async (system) => {
      await acquireOne(system)
      right(await system.library.reactionsDone())
      const { library, asked } = noting(system.library)
      expect(right(await factsFor(library)(nextIsServed.needs)(handedIn)()).copiesToServe).toEqual([])
      expect(asked).toEqual([])
    }))

  it('they are known where somebody waits', () =>
    withSystem(async (system) => {
      await acquireOne(system)
      const borrower = await registerNumbered(system, 1)
      const waiting = { title, borrower, pickUpBranch: undefined, interestUntil: undefined, ...now(system) }
      right(await reserve(system.library)(waiting)())
      const { library, asked } = noting(system.library)
      const { copiesToServe } = right(await factsFor(library)(nextIsServed.needs)(handedIn)())
      expect(copiesToServe.map((state) => 'item' in state && state.item.copy)).toEqual([copy])
      expect(asked).toEqual([title])
    }))
})

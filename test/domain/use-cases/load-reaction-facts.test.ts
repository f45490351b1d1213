import * as TE from 'fp-ts/TaskEither'
import { loadReactionFacts } from '../../../domain/use-cases/load-reaction-facts'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import type { Day } from '../../../domain/values/day'
import type { TitleId } from '../../../domain/values/ids'
import { freedCopyIsSetAside } from '../../../domain/reactions/freed-copy-is-set-aside'
import {
  acquireOneCopy,
  homeBranch,
  oneCopy,
  nowOnce,
  registerNumberedBorrower,
  oneTitle,
} from '../../e2e/use-case-steps'
import { withMetadataIn } from '../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withRunningLibrary } from '../../fixtures/running-library'

const [handedIn] = withMetadataIn('circulation')([
  CopyHandedIn({ copy: oneCopy, title: oneTitle, branch: homeBranch, handedInOn: '2026-01-05' as Day }, {}),
])

/** The same dependencies, which record the titles whose copies are requested. */
const recordingTitles = (dependencies: UseCaseDependencies) => {
  const titlesRequested: TitleId[] = []
  const copiesOf: UseCaseDependencies['decisionQueries']['copiesOf'] = (of) =>
    TE.chain(() => dependencies.decisionQueries.copiesOf(of))(TE.fromIO(() => void titlesRequested.push(of)))
  return {
    asked: titlesRequested,
    dependencies: { ...dependencies, decisionQueries: { ...dependencies.decisionQueries, copiesOf } },
  }
}

describe('the copies of a title, when one of them becomes available', () => {
  it('are not loaded when nobody waits: there may be a hundred', () =>
    withRunningLibrary(async (system) => {
      await acquireOneCopy(system)
      rightOrThrow(await system.useCaseDependencies.waitForReactions())
      const { dependencies, asked: titlesRequested } = recordingTitles(system.useCaseDependencies)
      expect(
        rightOrThrow(await loadReactionFacts(dependencies)(freedCopyIsSetAside.factNames)(handedIn!)()).copiesIfQueued,
      ).toEqual([])
      expect(titlesRequested).toEqual([])
    }))

  it('are loaded when a borrower waits', () =>
    withRunningLibrary(async (system) => {
      await acquireOneCopy(system)
      const borrower = await registerNumberedBorrower(system, 1)
      const waiting = {
        title: oneTitle,
        borrower,
        pickUpBranch: undefined,
        interestUntil: undefined,
        ...nowOnce(system),
      }
      rightOrThrow(await reserveTitle(system.useCaseDependencies)(waiting)())
      const { dependencies, asked: titlesRequested } = recordingTitles(system.useCaseDependencies)
      const { copiesIfQueued } = rightOrThrow(
        await loadReactionFacts(dependencies)(freedCopyIsSetAside.factNames)(handedIn!)(),
      )
      expect(copiesIfQueued.map((state) => 'item' in state && state.item.copy)).toEqual([oneCopy])
      expect(titlesRequested).toEqual([oneTitle])
    }))
})

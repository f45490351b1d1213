import * as E from 'fp-ts/Either'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { BranchId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'

/** Refuses a branch that the policy does not name. A closed one is known: things may still stand there. */
export const requireKnownBranch =
  ({ useCaseDependencies }: RunningLibrary) =>
  (branch: BranchId): E.Either<HttpFailure, void> => {
    const { branches } = useCaseDependencies.policy(useCaseDependencies.commandHandling.clock.today())
    return branches.length === 0 || branches.some(({ code }) => code === branch)
      ? E.right(undefined)
      : E.left(commandRefused({ _tag: 'BranchIsUnknown', branches }))
  }

/** The same for a branch that need not be named. */
export const requireKnownBranchIfNamed =
  (library: RunningLibrary) =>
  (branch: BranchId | undefined): E.Either<HttpFailure, void> =>
    branch === undefined ? E.right(undefined) : requireKnownBranch(library)(branch)

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { NamedBranch } from '../../pages/branches/branch-names'
import { readBranchesRoute } from '../../http/resources/policy/read-branches-route'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { PageRequest } from './site-page'

/** The branches of the library with their names. */
export const readBranches = ({
  run,
}: Pick<PageRequest, 'run'>): TE.TaskEither<HttpFailure, ReadonlyArray<NamedBranch>> =>
  pipe(
    run(readBranchesRoute),
    TE.map(({ body: { branches } }) => branches),
  )

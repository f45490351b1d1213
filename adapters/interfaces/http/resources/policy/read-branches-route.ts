import * as TE from 'fp-ts/TaskEither'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { BranchesAnswer, toBranchAnswer } from './branch-answer-codecs'

export const readBranchesRoute = defineReadRoute({
  path: '/branches',
  name: 'readBranches',
  summary: 'List the branches of the library, closed ones included; empty when its policy names none',
  tag: 'Catalogue',
  roles: 'anyone',
  answer: BranchesAnswer,
  handle: ({ library: { useCaseDependencies } }) => {
    const today = useCaseDependencies.commandHandling.clock.today()
    const policy = useCaseDependencies.policy(today)
    return TE.right(answerWithBody({ branches: policy.branches.map(toBranchAnswer(policy, today)) }))
  },
})

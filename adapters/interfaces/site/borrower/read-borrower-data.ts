import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { TypeOf } from 'io-ts'
import type { Day } from '../../../../domain/values/day'
import { lastDayOfMonth, Month } from '../../../../domain/values/month'
import { listKindsOfData } from '../../../../retention/promises/kinds-of-data'
import type { BorrowerDataContent } from '../../pages/borrower-data/borrower-data-content'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { PersonalDataAnswer } from '../../http/resources/personal-data/personal-data-codec'
import { branchName } from '../../http/resources/policy/branch-name'
import { exportOwnDataRoute } from '../../http/resources/personal-data/personal-data-routes'
import type { PageRequest } from '../page/site-page'

type Answer = TypeOf<typeof PersonalDataAnswer>
/** The months of a stopped loan history stand in the log until the month in which it was stopped is closed. */
const endOfStoppedHistory = (entries: Answer['kinds'][string]['entries']): Day | null => {
  const recorded = entries.findLast(({ event }) => event === 'HistoryConsentWithdrawn')?.recorded
  return Month.is(recorded) ? lastDayOfMonth(recorded) : null
}

type BorrowerNumber = Pick<BorrowerDataContent, 'number' | 'forgottenIfUnusedOn' | 'ending'>

const toContent = ({ language, library }: PageRequest, answer: Answer): BorrowerDataContent => {
  const { madeOn, kinds, obstacles } = answer
  const { number, forgottenIfUnusedOn, ending } = kinds['borrowerNumber']?.data as BorrowerNumber
  return {
    ...{ number, forgottenIfUnusedOn, ending, madeOn, obstacles },
    stoppedHistoryForgottenOn:
      forgottenIfUnusedOn === null ? null : endOfStoppedHistory(kinds['loanHistory']?.entries ?? []),
    rows: listKindsOfData().flatMap(([kind, promise]) => {
      const held = kinds[kind]
      return held === undefined ? [] : [{ kind, promise, status: held.status, data: held.data as object | null }]
    }),
    isDamaged: answer.damaged !== undefined,
    context: { language, nameOfBranch: (branch) => branchName(library)(branch)[language] },
  }
}

/** Everything that the library holds on the borrower who has logged in. */
export const readBorrowerData = (request: PageRequest): TE.TaskEither<HttpFailure, BorrowerDataContent> =>
  pipe(
    request.run(exportOwnDataRoute),
    TE.map(({ body }) => toContent(request, body)),
  )

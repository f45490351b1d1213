import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { confirmUnconfirmedGuardianPapers } from '../../../../../domain/use-cases/confirm-unconfirmed-guardian-papers'
import { Month } from '../../../../../domain/values/month'
import {
  unconfirmedGuardianPapers,
  type UnconfirmedPapers,
} from '../../../../../projections/guardians/unconfirmed-guardian-papers'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { wholeNumberCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const PaperCount = wholeNumberCodec(1, 10_000)

const papersOfMonth = { endedIn: Month, papers: PaperCount }

/** The earliest month first. */
const pageOfMonths = pageOfSortedList(({ endedIn }: UnconfirmedPapers) => endedIn)

const listUnconfirmedGuardianPapersRoute = defineReadRoute({
  path: '/unconfirmed-guardian-papers',
  name: 'listUnconfirmedGuardianPapers',
  summary:
    'List how many papers of guardianships (værgemål) that ended in a month nobody confirmed as destroyed before the list of papers forgot them',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('UnconfirmedGuardianPapers', {
    months: listCodec(objectCodec('UnconfirmedGuardianPapersOfMonth', papersOfMonth)),
    ...nextPageMember,
  }),
  handle: ({ query, library }) => {
    const { entries, next } = pageOfMonths(query)(unconfirmedGuardianPapers(library.rows))
    return TE.right(answerWithBody({ months: entries, next }))
  },
})

const confirmUnconfirmedGuardianPapersRoute = defineCommandRoute({
  method: 'post',
  path: '/unconfirmed-guardian-papers/:month/destroyed',
  name: 'confirmUnconfirmedGuardianPapers',
  summary: 'Confirm that so many papers of guardianships (værgemål) that ended in a month are destroyed',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: objectCodec('UnconfirmedGuardianPapersPath', { month: Month }),
  body: objectCodec('ConfirmedGuardianPapers', { papers: PaperCount }),
  answer: objectCodec('UnconfirmedGuardianPapersDestroyed', papersOfMonth),
  handle: ({ params: { month: endedIn }, body: { papers }, library, origin }) =>
    pipe(
      confirmUnconfirmedGuardianPapers(library.useCaseDependencies)({
        ...{ endedIn, papers, origin },
        at: library.useCaseDependencies.commandHandling.clock.now(),
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody({ endedIn, papers })),
    ),
})

/** The routes of papers that nobody confirmed as destroyed. */
export const unconfirmedGuardianPaperRoutes = [
  listUnconfirmedGuardianPapersRoute,
  confirmUnconfirmedGuardianPapersRoute,
]

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Ore } from '../../../../../domain/values/ore'
import { childForGuardian, type FeeForGuardian } from '../../../../../projections/guardians/guardianship-overview'
import { guardianOfGuardianship } from '../../../../../projections/guardians/guardian-queries'
import { isProtectedFrom, withholdGuardian } from '../../access/withhold-protected'
import { staffAndGuardians } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { FeeForGuardianAnswer } from '../borrowers/borrower-answer-codecs'
import { guardianEtag, readRowsAndBorrowerEtag } from '../borrowers/borrower-etag'
import { readBorrowerOverview } from '../borrowers/borrower-overview'
import { ChildAnswer, GuardianAnswer, toGuardianAnswer } from './guardian-answer-codecs'
import { guardianOfRequest, GuardianshipPathParameters } from './guardianship-of-request'

const GuardianshipAnswer = objectCodec('Guardianship', {
  guardian: GuardianAnswer,
  child: ChildAnswer,
  owed: personalValueCodec('fee')(Ore),
  fees: listCodec(FeeForGuardianAnswer),
  ...nextPageMember,
})

const pageOfFees = pageOfSortedList(({ leviedOn, fee }: FeeForGuardian) => `${leviedOn} ${fee}`)

export const readGuardianshipRoute = defineReadRoute({
  path: '/guardianships/:guardianship',
  name: 'readGuardianship',
  headers: ['ETag'],
  summary:
    'Read what the library knows of a guardian (værge), and what the child owes: titles only of a child below 15; from the 18th birthday only what was owed before it',
  tag: 'Borrowers',
  roles: staffAndGuardians,
  params: GuardianshipPathParameters,
  query: PageQuery,
  answer: GuardianshipAnswer,
  opensRecordsOf: ({ guardianship }, _answer, rows) => {
    const guardian = guardianOfGuardianship(guardianship)(rows)
    return guardian === undefined ? [] : [guardian.borrower]
  },
  handle: (request) => {
    const { library, caller, query } = request
    const { policy, commandHandling } = library.useCaseDependencies
    const today = commandHandling.clock.today()
    return pipe(
      TE.fromEither(guardianOfRequest(request)(library.rows)),
      TE.bindTo('known'),
      TE.bind('read', ({ known }) => readRowsAndBorrowerEtag(library, guardianEtag)(known.borrower)),
      TE.bind('guardian', ({ read }) => TE.fromEither(guardianOfRequest(request)(read.rows))),
      TE.bind('overview', ({ known }) => TE.fromEither(readBorrowerOverview(library, caller)(known.borrower))),
      TE.map(({ read: { etag }, guardian, overview }) => {
        const { child, owed, fees } = childForGuardian(policy(today).guardians, today)(overview)
        const page = pageOfFees(query)(fees)
        const isHidden = isProtectedFrom(caller, library.rows)(guardian.borrower)
        return {
          etag,
          body: {
            guardian: toGuardianAnswer(isHidden ? withholdGuardian(guardian) : guardian),
            child,
            owed,
            fees: page.entries,
            next: page.next,
          },
        }
      }),
    )
  },
})

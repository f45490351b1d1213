import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { BranchId, GuardianId } from '../../../../../domain/values/ids'
import { Day } from '../../../../../domain/values/day'
import { Month, monthOf } from '../../../../../domain/values/month'
import {
  guardianPapersToDestroy,
  guardianPaperToDestroy,
  type PaperToDestroy,
} from '../../../../../projections/guardians/guardian-paper-queries'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { changeBorrowerIfMatch } from '../borrowers/change-borrower-if-match'
import { readCaughtUpRows, requireFound } from '../read-caught-up-rows'

const paperValue = personalValueCodec('guardian')

const PaperAnswer = objectCodec('PaperToDestroy', {
  guardian: paperValue(GuardianId),
  month: paperValue(Month),
  branch: paperValue(BranchId),
  child: objectCodec('ChildOnPaper', {
    number: personalValueCodec('borrower')(t.string),
    name: personalValueCodec('identity')(nullableCodec(t.string)),
  }),
  destroyBy: paperValue(Day),
})

const presentMonth = ({ useCaseDependencies }: RunningLibrary): Month =>
  monthOf(useCaseDependencies.commandHandling.clock.today())

const pageOfPapers = pageOfSortedList(({ branch, month, guardian }: PaperToDestroy) => `${branch} ${month} ${guardian}`)

export const listGuardianPapersRoute = defineReadRoute({
  path: '/guardian-papers',
  name: 'listGuardianPapers',
  summary:
    'List the papers on which guardians (værger) were registered whose guardianship has ended: staff destroy them by the end of the month after it, when the list forgets them',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('GuardianPapers', { papers: listCodec(PaperAnswer), ...nextPageMember }),
  handle: ({ query, library }) => {
    const { entries, next } = pageOfPapers(query)(guardianPapersToDestroy(presentMonth(library))(library.rows))
    return TE.right(answerWithBody({ papers: entries.map(({ borrower: _borrower, ...paper }) => paper), next }))
  },
})

export const confirmGuardianPaperDestroyedRoute = defineCommandRoute({
  method: 'post',
  path: '/guardian-papers/:guardian/destroyed',
  name: 'confirmGuardianPaperDestroyed',
  summary: 'Confirm that the paper on which a guardian (værge) was registered is destroyed',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: objectCodec('GuardianPaperPath', { guardian: GuardianId }),
  answer: objectCodec('GuardianPaperDestroyed', { guardian: GuardianId }),
  handle: (request) => {
    const { guardian } = request.params
    return pipe(
      readCaughtUpRows(request.library),
      TE.chainEitherK((rows) =>
        requireFound<PaperToDestroy>(commandRefused({ _tag: 'GuardianPaperIsUnknown' }))(
          guardianPaperToDestroy(guardian, presentMonth(request.library))(rows),
        ),
      ),
      TE.chain(({ borrower }) =>
        changeBorrowerIfMatch({ ...request, params: { borrower } })(() => ({
          type: 'ConfirmGuardianPaperDestroyed',
          ...{ borrower, guardian },
        })),
      ),
      TE.map(() => answerWithBody({ guardian })),
    )
  },
})

import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { OpenedData, OpenerRole } from '../../../../../domain/access/opening'
import { Month } from '../../../../../domain/values/month'
import { looksByReason, type LooksForReason } from '../../../../../projections/accesses/looks-by-reason'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const LooksAnswer = objectCodec('LooksForReason', {
  month: Month,
  openedBy: OpenerRole,
  opened: OpenedData,
  reason: personalValueCodec('access')(t.string),
  number: CountCodec,
})

const pageOfLooks = pageOfSortedList(({ month, opened, role, reason }: LooksForReason) =>
  [month, opened, role, reason].join(' '),
)

export const listLooksRoute = defineReadRoute({
  path: '/accesses/reasons',
  name: 'listLooksByReason',
  summary:
    'Count how often records of borrowers were opened, by month, role, what was opened, and reason: all, or those whose reason has a text in it. It tells no order, no day and no borrower; auditors ask by reason and are not shown the reasons',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: objectCodec('LooksQuery', {}, { ...PageQuery.optional, reason: freeTextCodec(200) }),
  answer: objectCodec('Looks', { looks: listCodec(LooksAnswer), ...nextPageMember }),
  handle: ({ query: { reason = '', ...page }, library: { rows } }) => {
    const { entries, next } = pageOfLooks(page)(looksByReason(reason)(rows))
    return TE.right(answerWithBody({ looks: entries.map(({ role, ...look }) => ({ ...look, openedBy: role })), next }))
  },
})

import * as TE from 'fp-ts/TaskEither'
import { accesses } from '../../../../../projections/accesses/access-queries'
import type { AccessRow } from '../../../../../projections/accesses/access-tables'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { AccessAnswer } from './access-codecs'

const pageOfAccesses = pageOfSortedList(({ day, access }: AccessRow) => `${day} ${access}`)

const toAnswer = ({ access, borrower, day, role, reason, opened, staffNumber, approvedBy }: AccessRow) => ({
  ...{ access, borrower, day, openedBy: role, reason, opened, staffNumber, approvedBy },
})

export const listAccessesRoute = defineReadRoute({
  path: '/accesses',
  name: 'listAccesses',
  summary:
    'List the openings of records of borrowers in the month that is not closed yet, the earliest day first: of whom, by whom and why. The openings of a day are there once it is closed',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: PageQuery,
  answer: objectCodec('Accesses', { accesses: listCodec(AccessAnswer), ...nextPageMember }),
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfAccesses(query)(accesses(rows))
    return TE.right(answerWithBody({ accesses: entries.map(toAnswer), next }))
  },
})

import * as TE from 'fp-ts/TaskEither'
import { lastClosedDay } from '../../../../../projections/calendar/calendar-queries'
import { isLegalHoldStanding, legalHolds } from '../../../../../projections/legal-holds/legal-hold-queries'
import type { LegalHoldRow } from '../../../../../projections/legal-holds/legal-holds-table'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { pageOfSortedList, PageQuery } from '../../route/paging'
import { LegalHoldsAnswer } from './legal-hold-codecs'

/** The earliest last day first. */
const pageOfHolds = pageOfSortedList(({ lastDay, hold }: LegalHoldRow) => `${lastDay} ${hold}`)

export const listLegalHoldsRoute = defineReadRoute({
  path: '/holds',
  name: 'listHolds',
  summary: 'List the legal holds for review, the earliest last day first: what is not erased, until when, and why',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: PageQuery,
  answer: LegalHoldsAnswer,
  handle: ({ query, library: { rows } }) => {
    const isStanding = isLegalHoldStanding(lastClosedDay(rows))
    const { entries, next } = pageOfHolds(query)(legalHolds(rows))
    const holds = entries.map((hold) => ({ ...hold, setBy: hold.by, isStanding: isStanding(hold) }))
    return TE.right(answerWithBody({ holds, next }))
  },
})

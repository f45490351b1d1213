import * as TE from 'fp-ts/TaskEither'
import { lastClosedDay } from '../../../../../projections/calendar/calendar-queries'
import { isHoldStanding, legalHolds } from '../../../../../projections/legal-holds/legal-hold-queries'
import { administratorsAndAuditors } from '../../access/roles'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { LegalHoldsAnswer } from './hold-codecs'

export const listHoldsRoute = defineReadRoute({
  path: '/holds',
  name: 'listHolds',
  summary: 'List the legal holds for review, the earliest last day first: what is not erased, until when, and why',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  answer: LegalHoldsAnswer,
  handle: ({ library: { rows } }) => {
    const isStanding = isHoldStanding(lastClosedDay(rows))
    return TE.right(
      answerWithBody({
        holds: legalHolds(rows).map((hold) => ({ ...hold, setBy: hold.by, isStanding: isStanding(hold) })),
      }),
    )
  },
})

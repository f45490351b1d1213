import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { administrationTitles } from '../../pages/administration/administration-texts'
import { legalHoldsTexts as texts } from '../../pages/administration/legal-holds-texts'
import { LegalHoldsView } from '../../pages/administration/legal-holds-view'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { releaseLegalHoldRoute } from '../../http/resources/holds/legal-hold-routes'
import { listLegalHoldsRoute } from '../../http/resources/holds/list-legal-holds-route'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'
import { mayAct, unlessAuditor } from './administration-access'

const path = '/administration/slettestop'

/** The legal holds for review. An administrator can release one; it is set and prolonged by its route. */
export const legalHoldsPage = defineSitePage({
  path,
  title: administrationTitles.legalHolds,
  roles: administratorsAndAuditors,
  read: (request) => {
    const shown = unlessAuditor(request.caller)
    return pipe(
      request.run(listLegalHoldsRoute, { query: cursorOf(request) }),
      TE.map(({ body: { holds, next } }) => ({
        holds: holds.map(({ hold, lastDay, setOn, releasedOn, isStanding, ...held }) => ({
          ...{ hold, lastDay, setOn, releasedOn, isStanding, class: shown(held.class) },
          ...{ setBy: shown(held.setBy), why: shown(held.why), caseNumber: shown(held.caseNumber) },
          ...{
            reasonForBorrower: shown(held.reasonForBorrower),
            isExplained: !mayAct(request.caller) || held.reasonForBorrower !== null,
          },
        })),
        next,
        mayAct: mayAct(request.caller),
      })),
    )
  },
  view: LegalHoldsView,
  forms: {
    release: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(releaseLegalHoldRoute, { params: { hold: fields['of'] }, body: { why: fields['why'] }, idempotencyKey }),
        TE.map(() => ({ to: path, done: 'released' })),
      ),
  },
  doneTexts: { released: texts.released },
})

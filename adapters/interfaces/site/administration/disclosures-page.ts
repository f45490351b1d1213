import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addMonths, lastDayOfMonth, type Month } from '../../../../domain/values/month'
import { defaultRetentionPeriods } from '../../../../retention/classes/retention-periods'
import { administrationTitles } from '../../pages/administration/administration-texts'
import { DisclosuresView } from '../../pages/administration/disclosures-view'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { listDisclosuresRoute } from '../../http/resources/collection/list-disclosures-route'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'
import { unlessAuditor } from './administration-access'

const endOfDisclosure = (madeIn: Month) =>
  pipe(madeIn, addMonths(12 * defaultRetentionPeriods.disclosureYears), lastDayOfMonth)

/** The disclosures of personal data. */
export const disclosuresPage = defineSitePage({
  path: '/administration/videregivelser',
  title: administrationTitles.disclosures,
  roles: administratorsAndAuditors,
  read: (request) => {
    const shown = unlessAuditor(request.caller)
    return pipe(
      request.run(listDisclosuresRoute, { query: cursorOf(request) }),
      TE.map(({ body: { disclosures, next } }) => ({
        disclosures: disclosures.map(({ madeIn, recipient, basis, caseNumber }) => ({
          ...{ madeIn, recipient: shown(recipient), basis: shown(basis), caseNumber: shown(caseNumber) },
          forgottenOn: endOfDisclosure(madeIn),
        })),
        next,
      })),
    )
  },
  view: DisclosuresView,
})

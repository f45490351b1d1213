import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { looksInMonths } from '../../../../projections/accesses/looks-by-reason'
import { auditTitles } from '../../pages/audit/audit-texts'
import { certificatePath } from '../../pages/audit/certificate-paths'
import { CertificatesView, CertificateView } from '../../pages/audit/certificate-views'
import { DamagedView, HoldsView, LooksView } from '../../pages/audit/list-views'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { listCertificatesRoute, readCertificateRoute } from '../../http/resources/administration/certificate-routes'
import { listDamagedEventsRoute } from '../../http/resources/audit/list-damaged-events-route'
import { listLegalHoldsRoute } from '../../http/resources/holds/list-legal-holds-route'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'

const roles = administratorsAndAuditors

/** Each certificate of a page is verified, which takes most of a millisecond. */
const certificatesOnPage = '20'

/** The certificates, each verified as it is listed. */
export const certificatesPage = defineSitePage({
  path: '/revision/certifikater',
  title: auditTitles.certificates,
  roles,
  read: (request) =>
    pipe(
      request.run(listCertificatesRoute, { query: { ...cursorOf(request), limit: certificatesOnPage } }),
      TE.map(({ body }) => body),
    ),
  view: CertificatesView,
})

/** One certificate. */
export const certificatePage = defineSitePage({
  path: certificatePath(':certificate'),
  title: auditTitles.certificate,
  isInMenu: false,
  roles,
  read: ({ run, params }) =>
    pipe(
      run(readCertificateRoute, { params }),
      TE.map(({ body }) => body),
    ),
  view: CertificateView,
})

/** The legal holds, for auditors: administrators have a page of their own. What is personal in them is not given to the view. */
export const holdsPage = defineSitePage({
  path: '/revision/slettestop',
  title: auditTitles.holds,
  roles: ['auditor'],
  read: (request) =>
    pipe(
      request.run(listLegalHoldsRoute, { query: cursorOf(request) }),
      TE.map(({ body: { holds, next } }) => ({
        holds: holds.map(({ hold, setOn, lastDay, releasedOn, isStanding }) => ({
          ...{ hold, setOn, lastDay, releasedOn, isStanding },
        })),
        next,
      })),
    ),
  view: HoldsView,
})

/** The looks at borrowers, or those for a reason. The reasons are not read: an auditor may not see them. */
export const looksPage = defineSitePage({
  path: '/revision/opslag',
  title: auditTitles.looks,
  roles,
  read: ({ query: { reason = '' }, library: { rows } }) => TE.right({ reason, looks: looksInMonths(reason)(rows) }),
  view: LooksView,
})

/** The events that the library found damaged. */
export const damagedPage = defineSitePage({
  path: '/revision/beskadiget',
  title: auditTitles.damaged,
  roles,
  read: (request) =>
    pipe(
      request.run(listDamagedEventsRoute, { query: cursorOf(request) }),
      TE.map(({ body }) => body),
    ),
  view: DamagedView,
})

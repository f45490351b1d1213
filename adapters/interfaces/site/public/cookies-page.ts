import * as TE from 'fp-ts/TaskEither'
import { cookiesTexts } from '../../pages/cookies/cookies-texts'
import { CookiesView } from '../../pages/cookies/cookies-view'
import { defineSitePage } from '../page/define-site-page'
import { cookiesOfSite } from '../sessions/cookie-table'

/** Each cookie that the site sets. */
export const cookiesPage = defineSitePage({
  path: '/cookies',
  title: cookiesTexts.title,
  roles: 'anyone',
  read: ({ mode }) => TE.right({ cookies: cookiesOfSite(mode) }),
  view: CookiesView,
})

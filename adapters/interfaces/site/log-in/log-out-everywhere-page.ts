import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { layoutTexts } from '../../pages/layout/layout-texts'
import { LogOutEverywhereView } from '../../pages/log-out/log-out-everywhere-view'
import { peopleOnPages } from '../../http/access/caller-roles-of-routes'
import { defineSitePage } from '../page/define-site-page'

/** Where somebody sees how often they are logged in, and ends all of their sessions. */
export const logOutEverywherePage = defineSitePage({
  path: '/log-ud-overalt',
  title: layoutTexts.logOutEverywhere,
  isInMenu: false,
  roles: peopleOnPages,
  read: ({ countOtherSessions }) =>
    pipe(
      countOtherSessions,
      TE.map((others) => ({ others })),
    ),
  view: LogOutEverywhereView,
})

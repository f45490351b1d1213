import * as TE from 'fp-ts/TaskEither'
import { websiteRegistrationTexts as texts } from '../../pages/website-registration/website-registration-texts'
import { WelcomeView } from '../../pages/website-registration/welcome-view'
import { returnPathOf } from '../log-in/return-path'
import { welcomePath } from '../log-in/welcome-path'
import { defineSitePage } from '../page/define-site-page'

/** Where somebody arrives who has just registered on the website. It hands out the privacy notice (GDPR Article 13). */
export const welcomePage = defineSitePage({
  path: welcomePath,
  title: texts.welcome,
  isInMenu: false,
  roles: ['borrower'],
  read: ({ query }) => TE.right({ next: returnPathOf(query['next'], '/mit') }),
  view: WelcomeView,
})

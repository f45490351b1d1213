import * as TE from 'fp-ts/TaskEither'
import { privacyTexts } from '../../pages/privacy/privacy-texts'
import { PrivacyView } from '../../pages/privacy/privacy-view'
import { defineSitePage } from '../page/define-site-page'

/** What the library promises every borrower. */
export const privacyPage = defineSitePage({
  path: '/privatliv',
  title: privacyTexts.title,
  roles: 'anyone',
  read: () => TE.right({}),
  view: PrivacyView,
})

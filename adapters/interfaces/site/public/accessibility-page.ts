import * as TE from 'fp-ts/TaskEither'
import { accessibilityTexts } from '../../pages/accessibility/accessibility-texts'
import { AccessibilityView } from '../../pages/accessibility/accessibility-view'
import { contactsInForce } from '../page/contacts-in-force'
import { defineSitePage } from '../page/define-site-page'

/** The accessibility statement, which the law asks of public bodies. */
export const accessibilityPage = defineSitePage({
  path: '/tilgaengelighed',
  title: accessibilityTexts.title,
  roles: 'anyone',
  read: ({ library }) => TE.right({ controller: contactsInForce(library).controller }),
  view: AccessibilityView,
})

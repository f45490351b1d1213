import * as TE from 'fp-ts/TaskEither'
import { contactsTexts } from '../../pages/contacts/contacts-texts'
import { ContactsView } from '../../pages/contacts/contacts-view'
import { contactsInForce } from '../page/contacts-in-force'
import { defineSitePage } from '../page/define-site-page'

/** Whom to write to about one's data. */
export const contactsPage = defineSitePage({
  path: '/kontakt',
  title: contactsTexts.title,
  roles: 'anyone',
  read: ({ library }) => TE.right({ contacts: contactsInForce(library) }),
  view: ContactsView,
})

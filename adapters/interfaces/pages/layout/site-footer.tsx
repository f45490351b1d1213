import type { JSX } from 'preact'
import { ContactDetails, isNamed } from '../contacts/contact-details'
import { contactsTexts } from '../contacts/contacts-texts'
import { layoutTexts } from './layout-texts'
import { useFrame, useHref, useText } from './page-frame'

const entries = [
  { path: '/privatliv', text: layoutTexts.privacy },
  { path: '/cookies', text: layoutTexts.cookies },
  { path: '/tilgaengelighed', text: layoutTexts.accessibility },
  { path: '/kontakt', text: contactsTexts.title },
]

const people = ['controller', 'dataProtectionOfficer', 'supervisoryAuthority'] as const

/** Who answers for the data, whom to ask, and where to complain. */
const FooterContacts = (): JSX.Element => {
  const { contacts } = useFrame()
  const text = useText()
  return (
    <div class="site-footer-contacts">
      {people
        .filter((person) => isNamed(contacts[person]))
        .map((person) => (
          <div>
            <strong>{text(contactsTexts[person])}</strong>
            <ContactDetails contact={contacts[person]} />
          </div>
        ))}
    </div>
  )
}

/** The foot of every page: what the library promises to whoever reads it, and whom to ask. */
export const SiteFooter = (): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <footer class="site-footer">
      <div class="container">
        <FooterContacts />
        <ul class="nobullet-list site-footer-links">
          {entries.map((entry) => (
            <li>
              <a href={href(entry.path)}>{text(entry.text)}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

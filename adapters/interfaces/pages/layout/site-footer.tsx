import type { JSX } from 'preact'
import { PeopleToAsk } from '../contacts/people-to-ask'
import { contactsTexts } from '../contacts/contacts-texts'
import { layoutTexts } from './layout-texts'
import { useHref, useText } from './page-frame'

const entries = [
  { path: '/privatliv', text: layoutTexts.privacy },
  { path: '/cookies', text: layoutTexts.cookies },
  { path: '/tilgaengelighed', text: layoutTexts.accessibility },
  { path: '/kontakt', text: contactsTexts.title },
]

/** The foot of every page: what the library promises to whoever reads it, and whom to ask. */
export const SiteFooter = (): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <footer class="site-footer">
      <div class="container">
        <PeopleToAsk />
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

import type { JSX } from 'preact'
import { layoutTexts } from './layout-texts'
import { useHref, useText } from './page-frame'

const entries = [
  { path: '/privatliv', text: layoutTexts.privacy },
  { path: '/cookies', text: layoutTexts.cookies },
  { path: '/tilgaengelighed', text: layoutTexts.accessibility },
]

/** The foot of every page: what the library promises to whoever reads it. */
export const SiteFooter = (): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <footer class="site-footer">
      <div class="container">
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

import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { usePath, useText, type MenuEntry } from './page-frame'

interface MenuOfLinksProps {
  readonly label: TextInBothLanguages
  readonly entries: ReadonlyArray<MenuEntry>
  /** The address of the page of an entry. */
  readonly href: (path: string) => string
  readonly className?: string
}

/** A menu of pages. The page that is shown is marked. */
export const MenuOfLinks = ({ label, entries, href, className = 'site-menu' }: MenuOfLinksProps): JSX.Element => {
  const shown = usePath()
  const text = useText()
  return (
    <nav class={className} aria-label={text(label)}>
      <ul class="nobullet-list">
        {entries.map((entry) => (
          <li>
            <a href={href(entry.path)} aria-current={entry.path === shown ? 'page' : undefined}>
              {text(entry.text)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

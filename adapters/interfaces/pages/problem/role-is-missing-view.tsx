import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { LinkTo } from '../layout/link-to'
import { useText, type MenuEntry } from '../layout/page-frame'
import { LinkToFrontPage } from './link-to-front-page'

const texts = {
  isFor: { da: 'Siden er for:', en: 'The page is for:' },
  yours: { da: 'Disse sider er for dig:', en: 'These pages are for you:' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

interface RoleIsMissingProps {
  /** Whom the page is for. */
  readonly isFor: ReadonlyArray<TextInBothLanguages>
  /** The pages that the reader may see. */
  readonly own: ReadonlyArray<MenuEntry>
}

/** Says to somebody whose role does not cover a page whom it is for, and which pages they have instead. */
export const RoleIsMissingView = ({ isFor, own }: RoleIsMissingProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{`${text(texts.isFor)} ${isFor.map(text).join(', ')}.`}</p>
      {own.length === 0 ? null : (
        <>
          <p>{text(texts.yours)}</p>
          <ul>
            {own.map((entry) => (
              <li>
                <LinkTo {...entry} />
              </li>
            ))}
          </ul>
        </>
      )}
      <LinkToFrontPage />
    </>
  )
}

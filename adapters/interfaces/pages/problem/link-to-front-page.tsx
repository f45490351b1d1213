import type { JSX } from 'preact'
import { LinkTo } from '../layout/link-to'

const toFrontPage = { da: 'Til forsiden', en: 'To the front page' }

/** The way on from a page that cannot be shown. */
export const LinkToFrontPage = (): JSX.Element => (
  <p>
    <LinkTo path="/" text={toFrontPage} />
  </p>
)

import { sitePages } from '../../adapters/interfaces/site/site-pages'
import type { SiteRole } from './demo-site'

/** A page as a test opens it: by whom, and at which address, without the language. */
export interface PageUnderTest {
  readonly role: SiteRole
  readonly address: string
}

/** What stands in a path in place of its names. A page with others must be added here. */
const exampleOf: Readonly<Record<string, string>> = { title: '50000001' }

const addressOf = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => exampleOf[name]!)

/** The pages that have no address of their own in the site's list. */
const logInPages: ReadonlyArray<PageUnderTest> = [
  { role: 'anyone', address: '/log-ind' },
  { role: 'anyone', address: '/log-ind?notice=loggedOut' },
]

/** Each page for each role that may see it. */
export const pagesUnderTest: ReadonlyArray<PageUnderTest> = [
  ...logInPages,
  ...sitePages.flatMap(({ path, roles }) =>
    (roles === 'anyone' ? ['anyone'] : roles).map((role) => ({ role, address: addressOf(path) })),
  ),
]

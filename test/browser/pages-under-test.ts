import { sitePages } from '../../adapters/interfaces/site/site-pages'
import type { SiteRole } from './demo-site'

/** A page as a test opens it: by whom, and at which address, without the language. */
export interface PageUnderTest {
  readonly role: SiteRole
  readonly address: string
}

/** What stands in a path in place of its names. */
const exampleOf: Readonly<Record<string, string>> = { title: '50000001' }

/** Pages of one recording or one request: their ids are random, so they are tried over HTTP alone. */
const pathsWithRandomIds = /^\/vagt\/(?:optagelser|anmodninger)\/:/

const addressOf = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => exampleOf[name]!)

/** The pages that have no address of their own in the site's list. */
const logInPages: ReadonlyArray<PageUnderTest> = [
  { role: 'anyone', address: '/log-ind' },
  { role: 'anyone', address: '/log-ind?notice=loggedOut' },
]

/** Each page, for the first role that may see it: others see the same page. */
export const pagesUnderTest: ReadonlyArray<PageUnderTest> = [
  ...logInPages,
  ...sitePages
    .filter(({ path }) => !pathsWithRandomIds.test(path))
    .map(({ path, roles }) => ({ role: roles === 'anyone' ? 'anyone' : roles[0]!, address: addressOf(path) })),
]

import type { OpenRunningLibraryOptions } from '../../../../adapters/composition/open-running-library-options'
import { withBranch } from '../../../../adapters/interfaces/pages/staff/workplace'
import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import { mainBranch } from '../../../fixtures/example-library'
import { administratorUser } from '../http/with-http-server'
import type { HttpBrowser } from './http-browser'
import { openAs, withSite, type ServedSite } from './with-site'

/** Serves the pages of a library with two branches, to a member of staff. */
export const withStaffPages = <A>(
  use: (site: ServedSite, browser: HttpBrowser) => Promise<A>,
  options: Partial<OpenRunningLibraryOptions> = {},
): Promise<A> =>
  withSite(
    () => Promise.resolve({}),
    (site) => use(site, site.openBrowser()),
    { policyFile: { path: 'policy.json', text: exampleOfPolicyFile }, ...options },
  )

/** Opens a page of the desk at the main library, as a member of staff. */
export const openStaffPage = (browser: HttpBrowser, path: string) =>
  openAs(browser, 'demo-staff', withBranch(path, mainBranch))

/** Moves the clock of the library to a day. */
export const moveClock = ({ send }: ServedSite, to: string) =>
  send('POST', '/clock/forward', { as: administratorUser, body: { to } })

/** The large words of the latest scan on a page. */
export const largeWords = (html: string): string | undefined => /class="outcome-words">([^<]*)/.exec(html)?.[1]

/** How the latest scan on a page ended: accept, attention or refuse. */
export const outcomeKind = (html: string): string | undefined => /data-outcome="([a-z]+)"/.exec(html)?.[1]

import { exampleCopies, exampleBorrowers } from '../../adapters/imports/demo/demo-records-for-examples'
import { demoMainBranch } from '../../adapters/imports/demo/demo-copies'
import { exampleClassOpenings } from '../../adapters/interfaces/http/docs/demo/put-example-class-openings'
import { findExampleIds } from '../../adapters/interfaces/http/docs/demo/find-example-ids'
import { withBranch } from '../../adapters/interfaces/pages/staff/workplace'
import type { AnySitePage } from '../../adapters/interfaces/site/page/site-page'
import { sitePages } from '../../adapters/interfaces/site/site-pages'
import { staffPages } from '../../adapters/interfaces/site/staff/staff-pages'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { SiteRole } from './demo-site'

/** A page as a test opens it: by whom, and under which path of the site's list, without the language. */
export interface PageUnderTest {
  readonly role: SiteRole
  readonly path: string
  /** A page of the desk needs the branch, or asks for it. */
  readonly needsBranch: boolean
}

/** What stands in the demo library for each name in a path. */
const valuesIn = (library: RunningLibrary): ReadonlyMap<string, string> => {
  const ids = findExampleIds(library)
  return new Map([
    ['title', exampleCopies.volumeToReserve.title],
    ['borrower', ids.borrower(exampleBorrowers.withOwnToken)],
    ['child', ids.borrower(exampleBorrowers.withGuardian)],
    ['footage', ids.storedFootage()],
    ['viewing', ids.copyForPolice()],
    ['certificate', library.certificates.list({ limit: 1 })[0]?.certificate ?? ''],
    ['copy', exampleCopies.toReturn.copy],
    ['opening', exampleClassOpenings.waiting],
  ])
}

/** The address of a page in the demo library. A name in its path for which the library has nothing is an error. */
export const addressOf = (library: RunningLibrary, { path, needsBranch }: PageUnderTest): string => {
  const values = valuesIn(library)
  const address = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values.get(name) ?? ''
    if (value === '') throw new Error(`the demo library has no ${name} for ${path}`)
    return value
  })
  return needsBranch ? withBranch(address, demoMainBranch) : address
}

/** Pages that the site's list does not have, and other states of pages that it has. */
const otherPages: ReadonlyArray<PageUnderTest> = [
  { role: 'anyone', path: '/log-ind', needsBranch: false },
  { role: 'anyone', path: '/log-ind?notice=loggedOut', needsBranch: false },
  { role: 'staff', path: '/skranke', needsBranch: false },
  { role: 'staff', path: '/skranke/laan?borrower=:borrower', needsBranch: true },
  { role: 'staff', path: '/skranke/titel?title=:title', needsBranch: true },
  { role: 'staff', path: '/skranke/laaner/:child/vaerge', needsBranch: true },
  { role: 'administrator', path: '/revision?subject=copy&id=:copy', needsBranch: false },
]

const toPageUnderTest =
  (page: AnySitePage) =>
  (role: SiteRole): PageUnderTest => ({ role, path: page.path, needsBranch: staffPages.includes(page) })

const rolesOf = ({ roles }: AnySitePage): ReadonlyArray<SiteRole> => (roles === 'anyone' ? [roles] : roles)

/** Each page, for the first role that may see it: others see the same page. */
export const pagesUnderTest: ReadonlyArray<PageUnderTest> = [
  ...otherPages,
  ...sitePages.flatMap((page) => rolesOf(page).slice(0, 1).map(toPageUnderTest(page))),
]

/** Each page, for each role that may see it. */
export const pagesForEachRole: ReadonlyArray<PageUnderTest> = [
  ...otherPages,
  ...sitePages.flatMap((page) => rolesOf(page).map(toPageUnderTest(page))),
]

import { demoUsersOfBorrowers } from '../../../adapters/composition/serving/prepare-demo'
import type { DemoExamples } from '../../../adapters/imports/demo/demo-examples'
import { demoUsers, type DemoUser } from '../../../adapters/interfaces/http/tokens/demo-issuer'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { addressOf, pagesForEachRole, type PageUnderTest } from '../../browser/pages-under-test'

/** Searches, and lists that a page shows on demand. */
const longLists: ReadonlyArray<PageUnderTest> = [
  { role: 'anyone', path: '/soeg?q=ha', needsBranch: false },
  { role: 'anyone', path: '/soeg?q=haven+natten', needsBranch: false },
  { role: 'staff', path: '/skranke/soegelister?list=overdue', needsBranch: true },
  { role: 'staff', path: '/skranke/soegelister?list=missing', needsBranch: true },
]

/** A page for somebody who may see it. */
export interface PageToMeasure {
  readonly role: string
  readonly path: string
  /** In the demo library, in Danish. */
  readonly address: string
}

/** Each page and each long list of a demo library, for each role that may see it. */
export const pagesToMeasure = (library: RunningLibrary): ReadonlyArray<PageToMeasure> =>
  [...pagesForEachRole, ...longLists].map((page) => ({
    ...{ role: page.role, path: page.path, address: `/da${addressOf(library, page)}` },
  }))

/** The user of a demo library with a role; undefined for anyone. */
export const demoUserOf = (examples: DemoExamples, role: string): DemoUser | undefined =>
  [...demoUsersOfBorrowers(examples), ...demoUsers].find((user) => user.role === role)

import { administrationPath } from '../../pages/administration/administration-paths'
import type { CallerRole } from '../../http/tokens/caller'
import type { KnownCaller } from '../sessions/session'

/** A path of the site without its language, and its query: no other site, and nothing that a browser reads as one. */
const pathPattern = /^\/[0-9A-Za-z/_~.%-]*(?:\?[0-9A-Za-z=&%+._~-]*)?$/

/** `//` begins the name of another site. A browser resolves `..`, also when it is encoded, and then leaves the pages. */
const leavesPages = /^[^?]*(?:\/\/|(?:\.|%2e){2})/i

const maxLength = 300

/** A path of the site that somebody gave, or the other one when it is none. */
export const returnPathOf = (path: unknown, fallback: string): string =>
  typeof path === 'string' && path.length <= maxLength && pathPattern.test(path) && !leavesPages.test(path)
    ? path
    : fallback

const firstPages: Readonly<Partial<Record<CallerRole, string>>> = {
  borrower: '/mit',
  guardian: '/mit/boern',
  staff: '/skranke',
  administrator: administrationPath,
  auditor: administrationPath,
  dutyOfficer: '/vagt',
  videoInvestigator: '/vagt',
}

const firstPageOf = ({ role }: Pick<KnownCaller, 'role'>): string => firstPages[role] ?? '/'

/**
 * The page on which somebody begins who has logged in: what they asked for, or the first page of their role. Who asked for
 * the first page of another role, as the link to "My library" does for everybody, begins on their own.
 */
export const pathAfterLogIn = (path: unknown, callers: ReadonlyArray<KnownCaller>): string => {
  const [own = '/'] = callers.map(firstPageOf)
  const wanted = returnPathOf(path, own)
  const isOfOtherRole = Object.values(firstPages).includes(wanted) && !callers.map(firstPageOf).includes(wanted)
  return isOfOtherRole ? own : wanted
}

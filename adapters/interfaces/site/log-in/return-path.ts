import { administrationPath } from '../../pages/administration/administration-paths'
import type { KnownCaller } from '../sessions/session'

/** A path of the site without its language, and its query: no other site, and nothing that a browser reads as one. */
const pathPattern = /^\/(?!\/)[0-9A-Za-z/_~.%-]*(?:\?[0-9A-Za-z=&%+._~-]*)?$/

const maxLength = 300

/** Where somebody goes after log-in: what they asked for, else the first page of their role. */
export const returnPathOf = (path: unknown, fallback: string): string =>
  typeof path === 'string' && path.length <= maxLength && pathPattern.test(path) ? path : fallback

const firstPages = {
  borrower: '/mit',
  guardian: '/mit/boern',
  staff: '/skranke',
  administrator: administrationPath,
  auditor: administrationPath,
  dutyOfficer: '/vagt',
  videoInvestigator: '/vagt',
} as const

/** The page on which somebody begins who asked for none. */
export const firstPageOf = (callers: ReadonlyArray<KnownCaller>): string => {
  const role = callers[0]?.role
  return role !== undefined && role in firstPages ? firstPages[role as keyof typeof firstPages] : '/'
}

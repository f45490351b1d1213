import * as E from 'fp-ts/Either'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'
import type { HttpCaller, CallerRole } from '../tokens/caller'

/** Staff of the library. */
export const staffRoleOnly: ReadonlyArray<CallerRole> = ['staff']
/** Staff and self-service machines. */
export const staffAndMachines: ReadonlyArray<CallerRole> = ['staff', 'machine']
/** Staff, and borrowers for their own data. */
export const staffAndBorrowers: ReadonlyArray<CallerRole> = ['staff', 'borrower']
/** Staff, and guardians for their own guardianships. */
export const staffAndGuardians: ReadonlyArray<CallerRole> = ['staff', 'guardian']
/** Staff, and borrowers for their own data, on pages. */
export const staffAndBorrowersOnPages = ['staff', 'borrower'] as const
/** Staff and machines, and borrowers for their own data. */
export const staffMachinesAndBorrowers: ReadonlyArray<CallerRole> = ['staff', 'machine', 'borrower']
/** Staff, and auditors, from whom personal values are withheld. */
export const staffAndAuditors: ReadonlyArray<CallerRole> = ['staff', 'auditor']
/** Staff, borrowers for their own data, and auditors, from whom personal values are withheld. */
export const staffAuditorsAndBorrowers: ReadonlyArray<CallerRole> = ['staff', 'auditor', 'borrower']
/** Administrators, who run the system, and auditors, who check it. */
export const administratorsAndAuditors: ReadonlyArray<CallerRole> = ['administrator', 'auditor']

/** Those who replay records: staff; and administrators and auditors, from whom personal values are withheld. */
export const readersOfReplays: ReadonlyArray<CallerRole> = ['staff', 'auditor', 'administrator']

/** The duty officer, and staff who are approved to use recordings. */
export const videoViewers = ['dutyOfficer', 'videoInvestigator'] as const
/** Those who read the register of recordings, and auditors, from whom personal values are withheld. */
export const videoViewersAndAuditors: ReadonlyArray<CallerRole> = [...videoViewers, 'auditor']
/** Those who read on pages who has asked to look at video. */
export const readersOfVideoRequestsOnPages = [...videoViewers, 'administrator'] as const
/** The same, and auditors, from whom personal values are withheld. */
export const readersOfVideoRequests: ReadonlyArray<CallerRole> = [...readersOfVideoRequestsOnPages, 'auditor']
/** Those whose requests to look at video are recorded: granted to some, refused to the others. */
export const videoRequesters: ReadonlyArray<CallerRole> = [...videoViewers, 'staff', 'administrator']

/** Everybody who can log in on the pages. */
export const peopleOnPages: ReadonlyArray<CallerRole> = [
  ...(['borrower', 'guardian', 'staff', 'administrator', 'auditor'] as const),
  ...videoViewers,
]

/** Administrators, as the operators of the service. */
export const operatorsOnly: ReadonlyArray<CallerRole> = ['administrator']

/** Refuses a caller whose role may not use the route. */
export const requireRole =
  ({ roles }: Pick<Route, 'roles'>) =>
  (caller: HttpCaller): E.Either<HttpFailure, HttpCaller> =>
    roles === 'anyone' || (caller.role !== 'anyone' && roles.includes(caller.role))
      ? E.right(caller)
      : E.left(httpRequestFailure('RoleIsMissing'))

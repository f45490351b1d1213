import * as E from 'fp-ts/Either'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import type { Route } from '../route/route'
import type { Caller, Role } from '../tokens/caller'

/** Whoever works at a library's desk. */
export const desk: ReadonlyArray<Role> = ['staff']
/** Staff, and the machines that borrowers serve themselves at. */
export const deskAndMachines: ReadonlyArray<Role> = ['staff', 'machine']
/** Staff, and borrowers for what is their own. */
export const deskAndOwn: ReadonlyArray<Role> = ['staff', 'borrower']
/** Those, machines included. */
export const deskMachinesAndOwn: ReadonlyArray<Role> = ['staff', 'machine', 'borrower']
/** Staff; and auditors, from whom personal values are withheld. */
export const deskAndAudit: ReadonlyArray<Role> = ['staff', 'auditor']
/** Staff and borrowers; and auditors, from whom personal values are withheld. */
export const deskAuditAndOwn: ReadonlyArray<Role> = ['staff', 'auditor', 'borrower']
/** Whoever looks after the system, and whoever looks into how. */
export const keepers: ReadonlyArray<Role> = ['administrator', 'auditor']

/** Whether a caller may use a route at all. */
export const mayUse =
  ({ roles }: Pick<Route, 'roles'>) =>
  (caller: Caller): E.Either<Failure, Caller> =>
    roles === 'anyone' || (caller.role !== 'anyone' && roles.includes(caller.role))
      ? E.right(caller)
      : E.left(edge('RoleIsMissing'))

import type { HttpFailure } from '../problems/http-failure'
import type { RoleMayNot } from '../problems/http-request-failure'
import type { Route } from '../route/route'
import type { HttpCaller } from '../tokens/caller'

const roleFailures: ReadonlySet<HttpFailure['_tag']> = new Set<RoleMayNot['_tag']>([
  'RoleIsMissing',
  'NotYourOwn',
  'TimeIsNotYoursToTell',
])

const isRoleFailure = (failure: HttpFailure): failure is RoleMayNot => roleFailures.has(failure._tag)

/** Adds to a failure of the role which other roles may do this. */
export const addAllowedRolesToFailure =
  ({ roles }: Pick<Route, 'roles'>, caller: HttpCaller | undefined) =>
  (failure: HttpFailure): HttpFailure =>
    isRoleFailure(failure) && roles !== 'anyone'
      ? { ...failure, roles: roles.filter((role) => role !== caller?.role) }
      : failure

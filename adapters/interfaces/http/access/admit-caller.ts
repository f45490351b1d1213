import type { Either } from 'fp-ts/Either'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'
import type { HttpCaller } from '../tokens/caller'
import { requireRole } from './caller-roles-of-routes'
import { refuseBlockedCaller } from './refuse-blocked-log-in'

/** Refuses a caller whose role may not use the route, and a borrower with a block that keeps from logging in. */
export const admitCaller =
  (rows: ReadModelRows, route: Pick<Route, 'roles'>) =>
  (caller: HttpCaller): Either<HttpFailure, HttpCaller> => {
    const allowed = requireRole(route)(caller)
    return allowed._tag === 'Left' ? allowed : refuseBlockedCaller(rows)(caller)
  }

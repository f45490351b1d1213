import type { Request, Response } from 'express'
import * as E from 'fp-ts/Either'
import type { HttpFailure } from '../../http/problems/http-failure'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import {
  findSession,
  identifyVisitor,
  noSession,
  type FoundSession,
  type PageAccess,
  type Visitor,
} from './find-visitor'
import type { SiteDependencies } from './site-dependencies'

/** A request and its response. */
export type Exchange = readonly [Request, Response]

/** What somebody is answered who does not get what they asked for. */
export interface RefusalAnswers {
  readonly showProblem: (exchange: Exchange, found: FoundSession, failure: HttpFailure) => void
  readonly leadToLogIn: (exchange: Exchange, isAnew: boolean) => void
}

/** Finds as whom somebody asks for a page or a file. Undefined once somebody who may not have it is answered. */
export const admitVisitor =
  (
    dependencies: Pick<SiteDependencies, 'sessions' | 'http' | 'machineTime'>,
    access: PageAccess,
    { showProblem, leadToLogIn }: RefusalAnswers,
  ) =>
  async (exchange: Exchange): Promise<Visitor | undefined> => {
    const found = await findSession(dependencies, access, exchange[0])
    if (E.isLeft(found)) {
      showProblem(exchange, noSession, found.left)
      return undefined
    }
    const visitor = identifyVisitor(access, found.right, dependencies.machineTime())
    if (E.isRight(visitor)) return visitor.right
    if (visitor.left === 'role') showProblem(exchange, found.right, httpRequestFailure('RoleIsMissing'))
    else leadToLogIn(exchange, visitor.left === 'log in anew')
    return undefined
  }

import type { Either } from 'fp-ts/Either'
import type * as t from 'io-ts'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Origin } from '../../../../domain/use-cases/origin'
import type { System } from '../../../processes/running/system'
import type { AnyShape } from '../codecs/shape'
import type { WrongPins } from '../edge/wrong-pins'
import type { Failure } from '../problems/failure'
import type { Caller, Role } from '../tokens/caller'
import type { Answered } from './call'
import type { Wanted } from './wanted'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export const areas = [
  'Catalogue',
  'Loans',
  'Reservations',
  'Borrowers',
  'Fees',
  'Collection',
  'Statistics',
  'Keeping',
] as const
export type Area = (typeof areas)[number]

/** A request as express gives it, with what the edge found out. */
export interface Asked {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly caller: Caller
  readonly system: System
  /** Asked once path and body are decoded. */
  readonly origin: (wanted: Wanted) => Either<Failure, Origin>
  readonly ifMatch: string | undefined
  readonly wrongPins: WrongPins
}

/** What routing and the description of the interface are both made from. */
export interface Route {
  readonly method: Method
  /** As express writes it: `/copies/:copy`. */
  readonly path: string
  /** The name of the operation: what a library does. */
  readonly name: string
  readonly about: string
  readonly area: Area
  /** Routes for anyone read no token. */
  readonly roles: 'anyone' | ReadonlyArray<Role>
  readonly params: AnyShape
  readonly query: AnyShape
  /** Undefined for routes that take no body. */
  readonly body: AnyShape | undefined
  readonly answer: t.Mixed
  readonly status: 200 | 201 | 202
  /** Statuses by which this route alone refuses. */
  readonly refusals: ReadonlyArray<number>
  /** A read can wait for a position; a command takes an idempotency key and answers a position. */
  readonly kind: 'read' | 'command'
  readonly ifMatch: 'no' | 'may' | 'must'
  readonly run: (asked: Asked) => TaskEither<Failure, Answered<unknown>>
}

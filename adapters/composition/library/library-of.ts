import type { Table } from '../../../domain/event/decode'
import { calendarScopes } from '../../../domain/use-cases/calendar-scopes'
import type { ClosingLibrary } from '../../../domain/use-cases/closing-error'
import type { Desk } from '../../../domain/command-handling/handle'
import type { Policy } from '../../../domain/policy/policy'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Random } from '../../../domain/ports/random'
import type { HeldKeys } from '../../../retention/keys/make-keys'
import type { EventReader } from '../../processes/running/event-reader'
import type { Follower } from '../../processes/running/follower'
import type { ForgettingCache } from '../../processes/running/state-cache'
import { closingLookUpIn } from './closing-look-up'
import { lookUpIn } from './look-up'
import type { Stores } from '../stores'

/** What a library at work is made of. */
export interface LibraryParts {
  readonly stores: Stores
  readonly table: Table
  readonly keys: HeldKeys
  readonly cache: ForgettingCache
  readonly follower: Follower
  readonly reader: EventReader
  readonly clock: LibraryClock
  readonly random: Random
  readonly policy: Policy
}

/** A library at work, apart from its reactors: `reactionsDone` is filled in once they run. */
export const libraryOf = (parts: LibraryParts): Omit<ClosingLibrary, 'reactionsDone'> => {
  const { stores, table, keys, cache, follower, clock, random, policy } = parts
  const desk: Desk = { table, stores: stores.logs, keys, cache, clock, random }
  const { gate, registrationGate } = stores.coordination
  const { rows } = stores.views
  return {
    desk,
    policy,
    gate,
    registrationGate,
    lookUp: lookUpIn(rows, follower.reach, policy, clock),
    closing: closingLookUpIn(rows, follower.reach, policy, clock),
    scopes: calendarScopes(desk),
  }
}

import type { TaskEither } from 'fp-ts/TaskEither'
import type { Cpr } from '../values/cpr'
import type { Day } from '../values/day'
import type { MunicipalityCode } from '../values/ids'

/** Where the register says that a person lives. `NotSaid`: it says nothing of it this time, so nothing changes. */
export type Residence =
  | {
      readonly _tag: 'LivesAt'
      readonly careOf: string | null
      readonly address: string
      readonly municipality: MunicipalityCode | null
    }
  | { readonly _tag: 'NoDanishAddress' }
  | { readonly _tag: 'NotSaid' }

/** A person as the CPR register has them. */
export interface PersonInCprRegister {
  readonly cpr: Cpr
  /** The number that was given in place of `cpr`; null while `cpr` is in force. */
  readonly replacedBy: Cpr | null
  readonly isDead: boolean
  /** Null when the register says nothing of it. */
  readonly name: string | null
  readonly birthDate: Day | null
  readonly residence: Residence
  /** Navne- og adressebeskyttelse. */
  readonly isNameAndAddressProtected: boolean
}

/** A place of the feed that cannot be read: a file and the number of a line. What stands there is never repeated. */
export interface UnreadableCprRecord {
  readonly file: string
  readonly line: number
}

/** How far the feed has been read. Only the adapter knows its form. */
export type CprFeedPosition = string

/** A part of the feed, whole persons each as they are after the change. */
export interface CprFeedPage {
  readonly persons: ReadonlyArray<PersonInCprRegister>
  readonly unreadable: ReadonlyArray<UnreadableCprRecord>
  readonly position: CprFeedPosition
}

/** The register does not answer. It is asked again later. */
export interface CprRegisterUnavailable {
  readonly _tag: 'CprRegisterUnavailable'
}

export const cprRegisterUnavailable: CprRegisterUnavailable = { _tag: 'CprRegisterUnavailable' }

type Answer<A> = TaskEither<CprRegisterUnavailable, A>

/** Det Centrale Personregister: persons by their CPR number, and a feed of what changes about them. */
export interface CprRegister {
  /** One person; undefined when the register has none with this number, or does not tell before there is a subscription. */
  readonly fetch: (cpr: Cpr) => Answer<PersonInCprRegister | undefined>
  /** Asks for the changes of a person. Twice is as once. */
  readonly subscribe: (cpr: Cpr) => Answer<void>
  /** Asks for them no longer. Twice is as once. */
  readonly unsubscribe: (cpr: Cpr) => Answer<void>
  /** The numbers whose changes were asked for. */
  readonly subscriptions: Answer<ReadonlySet<Cpr>>
  /**
   * The next part of the feed after a position, or its first part; undefined when there is none yet. Of the records of a
   * number for which `isWanted` answers false nothing but the number is read.
   */
  readonly readChanges: (
    after: CprFeedPosition | undefined,
    isWanted: (cpr: Cpr) => boolean,
  ) => Answer<CprFeedPage | undefined>
  /** The feed is applied up to a position, which is included: the register need not give it again. */
  readonly acknowledge: (position: CprFeedPosition) => Answer<void>
}

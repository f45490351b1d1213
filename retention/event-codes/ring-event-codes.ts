import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import { eventCodeStatementToSign, parseEventCodeStatement } from './event-code-statement-to-sign'
import { deriveFirstEventCodeKeys, type EventCodeKeys } from './derive-first-event-code-keys'
import { makeEventCodeFunctions, type EventCodeFunctions } from './make-event-code-functions'
import type { EventsBeforeCodesByLog } from './summary-of-events-without-code'

/** What a ring stores for the codes of events. */
export interface EventCodeKeysAndStatement {
  readonly keys: EventCodeKeys
  /** The statement about the events without code: canonical JSON. */
  readonly statement: string
  /** The Ed25519 signature of the statement, 64 bytes. */
  readonly signature: Buffer
}

/** The part of a ring that makes and checks the codes of events. Its keys do not leave the ring. */
export interface RingEventCodes {
  /** The codes; undefined in a ring with which no library with codes was opened yet. */
  readonly current: () => EventCodeFunctions | undefined
  /**
   * Signs and stores which events are older than the codes. Makes the keys the first time. After an error nothing has
   * changed.
   */
  readonly begin: (older: EventsBeforeCodesByLog) => TaskEither<Unavailable, EventCodeFunctions>
}

interface RingParts {
  readonly library: string
  readonly signing: KeyObject
  readonly stored: EventCodeKeysAndStatement | undefined
  /** Durable when it resolves. */
  readonly store: (codes: EventCodeKeysAndStatement) => TaskEither<Unavailable, void>
}

/** Whether what a ring stores for the codes was signed by its own signing key, and for these keys. */
export const areStoredEventCodesAuthentic = (
  { library, signing }: Pick<RingParts, 'library' | 'signing'>,
  { keys, statement, signature }: EventCodeKeysAndStatement,
): boolean =>
  verify(null, Buffer.from(statement), createPublicKey(signing), signature) &&
  parseEventCodeStatement(library, keys, statement) !== undefined

const codesOf = (library: string, { keys, statement }: EventCodeKeysAndStatement): EventCodeFunctions | undefined => {
  const older = parseEventCodeStatement(library, keys, statement)
  return older && makeEventCodeFunctions(library, keys, older)
}

/** Makes the part of a ring that makes and checks codes. What is stored must be authentic. */
export const makeRingEventCodes = ({ library, signing, stored, store }: RingParts): RingEventCodes => {
  let keys = stored?.keys
  let current = stored && codesOf(library, stored)
  return {
    current: () => current,
    begin: (older) => async () => {
      const chosenKeys = keys ?? deriveFirstEventCodeKeys(library, signing)
      const statement = eventCodeStatementToSign(library, chosenKeys, older)
      const signature = sign(null, Buffer.from(statement), signing)
      const written = await store({ keys: chosenKeys, statement, signature })()
      if (E.isLeft(written)) return written
      keys = chosenKeys
      const codes = makeEventCodeFunctions(library, chosenKeys, older)
      current = codes
      return E.right(codes)
    },
  }
}

import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { Day } from '../../../../domain/values/day'
import type { KeyDestructionEvidence, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { HardwareModuleSettings, Pkcs11TokenIdentity } from './hardware-module-settings'

/** The sentence that the operator of a module signs. */
export const noKeyCopiesSentence =
  'There is no copy of the keys of this token, in a backup, in another token or anywhere else, and none will be made before the day named in "until".'

/** What the operator of a module states on copies of its keys, until this day. */
export interface OperatorStatement {
  readonly until: Day
}

const refuse = (reason: string): E.Either<Unavailable, never> => E.left(keysUnavailable(reason))

const read = (variable: string, file: string): E.Either<Unavailable, Buffer> =>
  E.tryCatch(
    () => readFileSync(file),
    () => keysUnavailable(`${variable} names ${file}, which is missing or cannot be read`),
  )

const isSigned = (statement: Buffer, signature: Buffer, pem: Buffer): boolean => {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' && verify(null, statement, key, signature)
  } catch {
    return false
  }
}

type Members = Readonly<Partial<Record<string, unknown>>>

const parse = (statement: Buffer): Members => {
  try {
    return Object(JSON.parse(statement.toString('utf8'))) as Members
  } catch {
    return {}
  }
}

/** The members that a statement must have, beside `until`. */
const expectedMembers = (library: LibraryId, token: Pkcs11TokenIdentity): Members => ({
  format: 'glemsom module statement 1',
  library,
  ...token,
  statement: noKeyCopiesSentence,
})

const checkMembers = (
  members: Members,
  library: LibraryId,
  token: Pkcs11TokenIdentity,
): E.Either<Unavailable, OperatorStatement> => {
  for (const [name, expected] of Object.entries(expectedMembers(library, token)))
    if (members[name] !== expected)
      return refuse(`the statement that RING_STATEMENT names must have "${name}": ${JSON.stringify(expected)}`)
  return Day.is(members['until'])
    ? E.right({ until: members['until'] })
    : refuse('the statement that RING_STATEMENT names must have "until" with a day, such as "2027-01-31"')
}

/**
 * Reads the statement of an operator, and verifies its signature: that of the bytes of the statement, 64 bytes in a file
 * beside it. Undefined when none is named. Unavailable: it is not signed, or is about another token or library.
 */
export const readModuleOperatorStatement = (
  { statement, operatorKey }: HardwareModuleSettings,
  library: LibraryId,
  token: Pkcs11TokenIdentity,
): E.Either<Unavailable, OperatorStatement | undefined> => {
  if (statement === undefined) return E.right(undefined)
  if (operatorKey === undefined)
    return refuse(
      'RING_STATEMENT is set without RING_OPERATOR_KEY: name the file of the key that verifies the statement',
    )
  const text = read('RING_STATEMENT', statement)
  if (E.isLeft(text)) return text
  const signature = read('RING_STATEMENT', `${statement}.sig`)
  if (E.isLeft(signature)) return signature
  const key = read('RING_OPERATOR_KEY', operatorKey)
  if (E.isLeft(key)) return key
  return isSigned(text.right, signature.right, key.right)
    ? checkMembers(parse(text.right), library, token)
    : refuse('the statement that RING_STATEMENT names is not signed with the Ed25519 key that RING_OPERATOR_KEY names')
}

/** The tokens of a program keep their keys in files, which anybody with the files and the PIN can copy. */
const isProgram = ({ manufacturer, model }: Pkcs11TokenIdentity): boolean => /softhsm/i.test(`${manufacturer} ${model}`)

/** What a ring can say of a key that the module destroyed on this day. */
export const evidenceOfKeyDestructionInModule =
  (token: Pkcs11TokenIdentity, statement: OperatorStatement | undefined) =>
  (destroyedOn: Day): KeyDestructionEvidence =>
    statement !== undefined && destroyedOn <= statement.until && !isProgram(token) ? 'attested' : 'declared'

import { createHash, createPublicKey, verify } from 'node:crypto'
import * as t from 'io-ts'
import * as E from 'fp-ts/Either'
import { ScopeClassCodec } from '../../domain/erasure/scope-class-codec'
import { canonicalJson } from '../../domain/event/canonical-json'
import { exactRecord, nullable } from '../../domain/event/exact-record'
import type { ScopeClass } from '../../domain/event/scope-class'
import { Day } from '../../domain/values/day'
import { ScopeId } from '../../domain/values/ids'
import { Month } from '../../domain/values/month'

/** Scopes with a living key, and the class that the key store has for each. */
export type LivingScopes = ReadonlyMap<ScopeId, ScopeClass>

const CirculationExtent = exactRecord('CirculationExtent', { asOf: Day, events: t.number, sha256: t.string })
const PersonsExtent = exactRecord('PersonsExtent', { asOf: nullable(Month), events: t.number, sha256: t.string })

/** What is signed of a list of living scopes. */
const LivingScopesStatement = exactRecord('LivingScopesStatement', {
  format: t.literal('glemsom living scopes 1'),
  library: t.string,
  /** The events that the log had then, and the SHA-256 of their lines in an export. */
  circulation: CirculationExtent,
  /** The same up to and with the last `MonthClosed`; `asOf` is null before the first one. */
  persons: PersonsExtent,
  /** How many legal holds are in force. The list does not name them. */
  holds: t.number,
  scopes: t.number,
  /** SHA-256 of the lines with the scopes, in hex. */
  sha256: t.string,
})
type LivingScopesStatement = t.TypeOf<typeof LivingScopesStatement>

/** A list of living scopes that was read, with the statement that is signed. */
export interface LivingScopesList {
  readonly statement: LivingScopesStatement
  readonly living: LivingScopes
}

/** Why a text is not the list of living scopes of a library. */
export type InvalidLivingScopesList = 'notAList' | 'wrongSignature' | 'altered'

const linesOf = (living: LivingScopes): string =>
  [...living]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([scope, name]) => `${scope} ${name}\n`)
    .join('')

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The statement of a list, as the text that is signed. */
export const textToSignOfLivingScopes = (
  living: LivingScopes,
  about: Omit<LivingScopesStatement, 'format' | 'scopes' | 'sha256'>,
): string =>
  canonicalJson({
    ...about,
    format: 'glemsom living scopes 1',
    scopes: living.size,
    sha256: sha256Of(linesOf(living)),
  } satisfies LivingScopesStatement)

/**
 * The text of a list: the statement on the first line, its Ed25519 signature in base64 on the second, then one scope a
 * line, id and class, sorted by the random id.
 */
export const signedLivingScopesText = (statement: string, signature: string, living: LivingScopes): string =>
  `${statement}\n${signature}\n${linesOf(living)}`

const parseScopeLine = (line: string): readonly [readonly [ScopeId, ScopeClass]] | undefined => {
  const [scope, name, ...rest] = line.split(' ')
  return ScopeId.is(scope) && ScopeClassCodec.is(name) && rest.length === 0 ? [[scope, name]] : undefined
}

const parseStatement = (text: string): LivingScopesStatement | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return LivingScopesStatement.is(value) && canonicalJson(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** Reads a list, and verifies it with the public key of the library (SPKI in PEM) alone. */
export const readLivingScopesList =
  (verifyingKey: string) =>
  (text: string): E.Either<InvalidLivingScopesList, LivingScopesList> => {
    const [first = '', signature = '', ...lines] = text.split('\n')
    const statement = parseStatement(first)
    if (statement === undefined) return E.left('notAList')
    const key = createPublicKey(verifyingKey)
    if (!verify(null, Buffer.from(first, 'utf8'), key, Buffer.from(signature, 'base64')))
      return E.left('wrongSignature')
    const listed = lines.join('\n')
    const living = new Map(lines.flatMap((line) => parseScopeLine(line) ?? []))
    const isUnaltered =
      linesOf(living) === listed && living.size === statement.scopes && sha256Of(listed) === statement.sha256
    return isUnaltered ? E.right({ statement, living }) : E.left('altered')
  }

import { createHash, verify, type KeyObject } from 'node:crypto'
import { canonicalJson, isRecord, parseJson } from './canonical-json'

/** What is signed of a log: how many events it had, and the SHA-256 (hex) of their lines in the export. */
export interface LogExtent {
  readonly events: number
  readonly sha256: string
}

/** What is signed of a list of living scopes. */
interface LivingScopesStatement {
  readonly library: string
  readonly circulation: LogExtent & { readonly asOf: string }
  readonly persons: LogExtent & { readonly asOf: string | null }
  /** Legal holds in force. */
  readonly holds: number
  readonly scopes: number
  readonly sha256: string
}

/** The list of the scopes that had a key: their class by scope. */
export interface LivingScopesList {
  readonly statement: LivingScopesStatement
  readonly living: ReadonlyMap<string, string>
  /** Why the list proves nothing; undefined when it is valid. */
  readonly problem: 'wrongSignature' | 'altered' | undefined
}

const isExtent = (value: unknown): boolean =>
  isRecord(value) && Number.isSafeInteger(value['events']) && typeof value['sha256'] === 'string'

const isStatement = (value: unknown): value is LivingScopesStatement =>
  isRecord(value) &&
  value['format'] === 'glemsom living scopes 2' &&
  ['library', 'sha256'].every((name) => typeof value[name] === 'string') &&
  ['holds', 'scopes'].every((name) => Number.isSafeInteger(value[name])) &&
  isExtent(value['circulation']) &&
  isExtent(value['persons'])

/** Reads a list, and verifies it with the public keys of the library. Undefined when it has another form. */
export const readLivingScopesList = (text: string, keys: ReadonlyArray<KeyObject>): LivingScopesList | undefined => {
  const [first = '', signature = '', ...lines] = text.split('\n')
  const statement = parseJson(first)
  if (!isStatement(statement) || canonicalJson(statement) !== first) return undefined
  const bytes = Buffer.from(signature, 'base64')
  const isSigned = keys.some((key) => verify(null, Buffer.from(first), key, bytes))
  const scopes = lines.slice(0, -1).map((line) => line.split(' '))
  const living = new Map(scopes.map(([scope = '', name = '']) => [scope, name]))
  const sha256 = createHash('sha256').update(lines.join('\n')).digest('hex')
  const isUnaltered = sha256 === statement.sha256 && living.size === statement.scopes
  return { statement, living, problem: !isSigned ? 'wrongSignature' : isUnaltered ? undefined : 'altered' }
}

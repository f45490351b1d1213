import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/event/canonical-json'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { ScopeId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import type { LogExtent } from './fold-open-parts-of-log'

/** Scopes with a living key, and the class that the key store has for each. */
export type LivingScopes = ReadonlyMap<ScopeId, ScopeClass>

/** What is signed of a list of living scopes. */
interface LivingScopesStatement {
  readonly format: 'glemsom living scopes 2'
  readonly library: string
  readonly circulation: LogExtent & { readonly asOf: Day }
  /** Up to and with the last `MonthClosed`; `asOf` is null before the first one. */
  readonly persons: LogExtent & { readonly asOf: Month | null }
  /** How many legal holds are in force. The list does not name them. */
  readonly holds: number
  readonly scopes: number
  /** SHA-256 of the lines with the scopes, in hex. */
  readonly sha256: string
}

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
    format: 'glemsom living scopes 2',
    scopes: living.size,
    sha256: sha256Of(linesOf(living)),
  } satisfies LivingScopesStatement)

/**
 * The text of a list: the statement on the first line, its Ed25519 signature in base64 on the second, then one scope a
 * line, id and class, sorted by the random id.
 */
export const signedLivingScopesText = (statement: string, signature: string, living: LivingScopes): string =>
  `${statement}\n${signature}\n${linesOf(living)}`

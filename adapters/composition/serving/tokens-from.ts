import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { demoIssuer, demoUsers, type DemoUser } from '../../interfaces/http/tokens/demo-issuer'
import type { Tokens } from '../../interfaces/http/tokens/tokens'
import { verifier } from '../../interfaces/http/tokens/verifier'

/** Settings that the service takes from its environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A demo user with a token to be let in by. */
export interface DemoToken {
  readonly name: string
  readonly token: string
}

export interface TokensInUse {
  readonly tokens: Tokens
  /** Empty but where things are tried out. */
  readonly demo: ReadonlyArray<DemoToken>
}

/** Why nobody can be let in, in words that say what to do. */
export type NoTokens = string

const nameOf = ({ role }: DemoUser): string => role.toUpperCase()

/** Tokens of an issuer of our own, for trying things out. */
export const demoTokens = async (
  environment: Environment,
  folder: { readonly clock: 'real' | 'simulated'; readonly demo: boolean },
  more: ReadonlyArray<DemoUser>,
): Promise<E.Either<NoTokens, TokensInUse>> => {
  const made = await demoIssuer({
    environment: environment['NODE_ENV'],
    clock: folder.clock,
    folder: folder.demo ? 'demo' : 'library',
    secret: randomBytes(32),
  })
  if (E.isLeft(made)) return E.left(`No demo users here: ${made.left.because}.`)
  const { tokens, tokenFor } = made.right
  const demo: DemoToken[] = []
  for (const user of [...demoUsers, ...more]) demo.push({ name: nameOf(user), token: await tokenFor(user) })
  return E.right({ tokens, demo })
}

/** Tokens of the issuer that the environment names. */
export const issuedTokens = async (environment: Environment): Promise<E.Either<NoTokens, TokensInUse>> => {
  const { GLEMSOM_ISSUER: issuer, GLEMSOM_AUDIENCE: audience, GLEMSOM_KEYS_URL: url } = environment
  if (issuer === undefined || audience === undefined || url === undefined)
    return E.left(
      'Whose tokens are to be taken? Set GLEMSOM_ISSUER, GLEMSOM_AUDIENCE and GLEMSOM_KEYS_URL (the issuer’s page of keys), or try things out with --try.',
    )
  return E.right({ tokens: await verifier({ issuer, audience, key: { _tag: 'KeySet', url: new URL(url) } }), demo: [] })
}

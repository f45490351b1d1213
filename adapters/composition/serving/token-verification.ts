import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { createDemoIssuer, demoUsers, type DemoUser } from '../../interfaces/http/tokens/demo-issuer'
import type { TokenVerifier } from '../../interfaces/http/tokens/token-verifier'
import { createTokenVerifier } from '../../interfaces/http/tokens/create-token-verifier'

/** The environment variables of the process. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>

/** The token of a demo user, with the name of its shell variable. */
export interface DemoToken {
  readonly name: string
  readonly token: string
}

/** How the service verifies tokens. */
export interface TokenVerification {
  readonly tokenVerifier: TokenVerifier
  /** Makes tokens of the demo users, and of these who depend on the data of the library; undefined without `--try`. */
  readonly makeDemoTokens: ((ofBorrowers: ReadonlyArray<DemoUser>) => Promise<ReadonlyArray<DemoToken>>) | undefined
}

/** Why tokens cannot be verified: a sentence that says what to do. */
type TokenSettingsProblem = string

const variableNameOf = ({ role }: DemoUser): string => role.toUpperCase()

/** Makes an issuer for trying the service, with tokens of demo users. */
export const createDemoTokenVerification = async (
  environment: EnvironmentVariables,
  isDemo: boolean,
): Promise<E.Either<TokenSettingsProblem, TokenVerification>> => {
  const issuer = await createDemoIssuer({
    environment: environment['NODE_ENV'],
    folder: isDemo ? 'demo' : 'library',
    secret: randomBytes(32),
  })
  if (E.isLeft(issuer)) return E.left(`No demo users here: ${issuer.left.because}.`)
  const { tokenVerifier, tokenFor } = issuer.right
  const makeDemoToken = async (user: DemoUser): Promise<DemoToken> => ({
    name: variableNameOf(user),
    token: await tokenFor(user),
  })
  return E.right({
    tokenVerifier,
    makeDemoTokens: (ofBorrowers) => Promise.all([...demoUsers, ...ofBorrowers].map(makeDemoToken)),
  })
}

/** Verifies tokens of the issuer that the environment names. */
export const createIssuerTokenVerification = async (
  environment: EnvironmentVariables,
): Promise<E.Either<TokenSettingsProblem, TokenVerification>> => {
  const { GLEMSOM_ISSUER: issuer, GLEMSOM_AUDIENCE: audience, GLEMSOM_KEYS_URL: url } = environment
  if (issuer === undefined || audience === undefined || url === undefined)
    return E.left(
      'Set GLEMSOM_ISSUER, GLEMSOM_AUDIENCE and GLEMSOM_KEYS_URL (the URL of the issuer’s public keys), or start with --try.',
    )
  if (!URL.canParse(url))
    return E.left(
      'GLEMSOM_KEYS_URL is not a URL. It must be the URL of the issuer’s public keys, with https:// in front.',
    )
  return E.right({
    tokenVerifier: await createTokenVerifier({ issuer, audience, key: { _tag: 'KeySet', url: new URL(url) } }),
    makeDemoTokens: undefined,
  })
}

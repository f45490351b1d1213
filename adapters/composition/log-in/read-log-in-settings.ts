import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { createOpenIdProvider } from '../../outside/log-in/create-open-id-provider'
import type { LogInSettings, SiteLogIn } from '../../interfaces/site/page/site-dependencies'
import { readSecretFile } from '../messages/read-secret-file'
import type { EnvironmentVariables } from '../serving/token-verification'

/** What the variables of one provider say. */
interface ProviderVariables {
  /** How their names begin, for texts on what is wrong. */
  readonly prefix: string
  readonly issuer: string | undefined
  readonly clientId: string | undefined
  readonly secretFile: string | undefined
  readonly name: string | undefined
  readonly scope: string | undefined
  readonly assurance: string | undefined
  readonly cprClaim: string | undefined
}

/** The provider for the public. */
const variablesOfBorrowers = (environment: EnvironmentVariables): ProviderVariables => {
  const {
    LOG_IN_BORROWERS_ISSUER: issuer,
    LOG_IN_BORROWERS_CLIENT_ID: clientId,
    LOG_IN_BORROWERS_SECRET_FILE: secretFile,
    LOG_IN_BORROWERS_NAME: name,
    LOG_IN_BORROWERS_SCOPE: scope,
    LOG_IN_BORROWERS_ASSURANCE: assurance,
    LOG_IN_BORROWERS_CPR_CLAIM: cprClaim,
  } = environment
  return { prefix: 'LOG_IN_BORROWERS', issuer, clientId, secretFile, name, scope, assurance, cprClaim }
}

/** The provider for those who work in the library: its claims name role and subject. */
const variablesOfStaff = (environment: EnvironmentVariables): ProviderVariables => {
  const {
    LOG_IN_STAFF_ISSUER: issuer,
    LOG_IN_STAFF_CLIENT_ID: clientId,
    LOG_IN_STAFF_SECRET_FILE: secretFile,
    LOG_IN_STAFF_NAME: name,
    LOG_IN_STAFF_SCOPE: scope,
    LOG_IN_STAFF_ASSURANCE: assurance,
  } = environment
  return { prefix: 'LOG_IN_STAFF', issuer, clientId, secretFile, name, scope, assurance, cprClaim: undefined }
}

/** The provider that variables name; undefined when none of them is set. */
const readProvider = (variables: ProviderVariables): E.Either<string, SiteLogIn | undefined> => {
  const { prefix, issuer, clientId, secretFile, name, scope = 'openid', assurance, cprClaim } = variables
  if (issuer === undefined && clientId === undefined && secretFile === undefined) return E.right(undefined)
  if (issuer === undefined || clientId === undefined || secretFile === undefined)
    return E.left(`${prefix}_ISSUER, ${prefix}_CLIENT_ID and ${prefix}_SECRET_FILE belong together: set all, or none.`)
  if (!URL.canParse(issuer) || !issuer.startsWith('https://'))
    return E.left(`${prefix}_ISSUER must be the address of the provider, with https:// in front.`)
  return pipe(
    readSecretFile(`${prefix}_SECRET_FILE`, secretFile),
    E.map((clientSecret) => ({
      provider: createOpenIdProvider({ issuer, clientId, clientSecret, scope, assurance, mayBePlainHttp: false }),
      name,
      cprClaim,
    })),
  )
}

/**
 * Reads how people log in on the pages. Without a provider for them, borrowers have card and PIN alone, and staff cannot log
 * in. Left: what is wrong, and what to do.
 */
export const readLogInSettings = (environment: EnvironmentVariables): E.Either<string, LogInSettings> => {
  const { LOG_IN_CARD: card } = environment
  return pipe(
    E.Do,
    E.bind('borrowers', () => readProvider(variablesOfBorrowers(environment))),
    E.bind('staff', () => readProvider(variablesOfStaff(environment))),
    E.map(({ borrowers, staff }) => ({
      hasCardLogIn: card !== 'no',
      providers: { ...(borrowers === undefined ? {} : { borrowers }), ...(staff === undefined ? {} : { staff }) },
    })),
  )
}

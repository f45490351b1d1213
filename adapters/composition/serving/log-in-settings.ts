import * as E from 'fp-ts/Either'
import { createOpenIdProvider } from '../../outside/log-in/create-open-id-provider'
import type { LogInSettings, SiteLogIn } from '../../interfaces/site/page/site-dependencies'
import type { EnvironmentVariables } from './token-verification'

const prefixes = { borrowers: 'LOG_IN_BORROWERS', staff: 'LOG_IN_STAFF' } as const

/** The provider whose variables begin with a prefix. Undefined when none is set; a text when some are missing. */
const readProvider = (environment: EnvironmentVariables, prefix: string): E.Either<string, SiteLogIn | undefined> => {
  const valueOf = (name: string): string | undefined => {
    const value = environment[`${prefix}_${name}`]
    return value === '' ? undefined : value
  }
  const [issuer, clientId, clientSecret] = [valueOf('ISSUER'), valueOf('CLIENT_ID'), valueOf('CLIENT_SECRET')]
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return E.right(undefined)
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    return E.left(`Set ${prefix}_ISSUER, ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET together.`)
  if (!URL.canParse(issuer) || !issuer.startsWith('https://'))
    return E.left(`${prefix}_ISSUER must be the address of the provider, with https:// in front.`)
  const provider = createOpenIdProvider({
    ...{ issuer, clientId, clientSecret, scope: valueOf('SCOPE') ?? 'openid' },
    ...{ assurance: valueOf('ASSURANCE'), mayBePlainHttp: false },
  })
  return E.right({ provider, name: valueOf('NAME'), cprClaim: valueOf('CPR_CLAIM') })
}

/** How people log in on the pages, as the environment says. Without a provider nobody but borrowers with a card can. */
export const readLogInSettings = (environment: EnvironmentVariables): E.Either<string, LogInSettings> => {
  const [borrowers, staff] = [readProvider(environment, prefixes.borrowers), readProvider(environment, prefixes.staff)]
  if (E.isLeft(borrowers)) return borrowers
  if (E.isLeft(staff)) return staff
  return E.right({
    hasCardLogIn: environment['LOG_IN_CARD'] !== 'no',
    providers: {
      ...(borrowers.right === undefined ? {} : { borrowers: borrowers.right }),
      ...(staff.right === undefined ? {} : { staff: staff.right }),
    },
  })
}

import { containsCpr } from '../../../domain/values/contains-cpr'
import type { EnvironmentVariables } from './token-verification'

/** Where people reach the pages, without a slash at the end; undefined when the environment does not say. */
export const publicUrlOf = ({ PUBLIC_URL: url }: EnvironmentVariables): string | undefined =>
  url === undefined || url === '' ? undefined : url.replace(/\/+$/, '')

/** Why the variable cannot be used, if it cannot. A mail with digits that look like a CPR number is never sent. */
export const publicUrlProblem = (environment: EnvironmentVariables): string | undefined => {
  const url = publicUrlOf(environment)
  if (url === undefined) return undefined
  const isUsable = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !containsCpr(url)
  if (isUsable) return undefined
  return `PUBLIC_URL is ${url}: it must be the address at which people reach the service, such as https://bibliotek.example.dk.`
}

/** In production, says that the links in mails lead nowhere. */
export const publicUrlNotice = (environment: EnvironmentVariables): string | undefined =>
  environment['NODE_ENV'] === 'production' && publicUrlOf(environment) === undefined
    ? 'Nobody can verify an e-mail: the links in mails lead to this machine. Set PUBLIC_URL to the address at which people reach the service.'
    : undefined

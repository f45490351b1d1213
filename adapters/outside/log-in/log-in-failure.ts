import type { LogInFailed } from './log-in-provider'

const textMember = (error: unknown, member: string): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, member) : undefined
  return typeof value === 'string' ? value : undefined
}

/** Errors of the standard by which the person, or the provider for the person, gives up. */
const givenUp: ReadonlySet<string> = new Set(['access_denied', 'login_required', 'interaction_required'])

/** Codes of the library, and of Node, that say that the provider did not answer, or not as a provider does. */
const isAboutReaching = (code: string): boolean =>
  /^(?:E[A-Z_]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|OAUTH_TIMEOUT|OAUTH_RESPONSE_IS_NOT_(?:JSON|CONFORM))$/.test(code)

const causeCodeOf = (error: unknown): string | undefined =>
  error instanceof Error ? textMember(error.cause, 'code') : undefined

/** What a failed log-in is reported as. A text of the provider is never repeated: it may name the person. */
export const logInFailureOf = (error: unknown): LogInFailed => {
  const answered = textMember(error, 'error')
  if (answered !== undefined && /^[a-z_]{1,60}$/.test(answered))
    return { _tag: 'LogInFailed', because: givenUp.has(answered) ? 'givenUp' : 'answerRefused', code: answered }
  const code = causeCodeOf(error) ?? textMember(error, 'code') ?? 'unknown'
  const isReachable = !isAboutReaching(code) && !(error instanceof TypeError && error.message === 'fetch failed')
  return { _tag: 'LogInFailed', because: isReachable ? 'answerRefused' : 'providerUnavailable', code }
}

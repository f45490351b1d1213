import type { LogInFailed } from './log-in-provider'

const memberOf = (error: unknown, member: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, member) : undefined

const textMember = (error: unknown, member: string): string | undefined => {
  const value = memberOf(error, member)
  return typeof value === 'string' ? value : undefined
}

/** Errors of the standard by which the person, or the provider for the person, gives up. */
const givenUp: ReadonlySet<string> = new Set(['access_denied', 'login_required', 'interaction_required'])

/** Codes of Node and of the library that say that the provider did not answer, or not as a provider does. */
const isAboutReaching = (code: string): boolean =>
  /^(?:E[A-Z_]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|OAUTH_TIMEOUT|OAUTH_RESPONSE_IS_NOT_(?:JSON|CONFORM))$/.test(code)

/** The codes of an error and of what caused it, the innermost first. */
const codesOf = (error: unknown): ReadonlyArray<string> => {
  if (error === undefined) return []
  const code = textMember(error, 'code')
  return [...codesOf(memberOf(error, 'cause')), ...(code === undefined ? [] : [code])]
}

/** What a failed log-in is reported as. A text of the provider is never repeated: it may name the person. */
export const logInFailureOf = (error: unknown): LogInFailed => {
  const answered = textMember(error, 'error')
  if (answered !== undefined && /^[a-z_]{1,60}$/.test(answered))
    return { _tag: 'LogInFailed', because: givenUp.has(answered) ? 'givenUp' : 'answerRefused', code: answered }
  const [code = 'unknown'] = codesOf(error)
  return { _tag: 'LogInFailed', because: isAboutReaching(code) ? 'providerUnavailable' : 'answerRefused', code }
}

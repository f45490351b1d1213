import * as E from 'fp-ts/Either'
import type { SmsGatewaySettings } from '../../outside/messages/create-sms-gateway-sender'
import type { EnvironmentVariables } from '../serving/token-verification'
import { readSecretFile } from './read-secret-file'

const senderForm = /^[A-Za-z0-9]{1,11}$/

/** The token goes over TLS, except to a program on the same machine. */
const isSafeUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname))
}

/** The SMS gateway that the environment names; undefined when it names none. Left: what is wrong, and what to do. */
export const readSmsSettings = (
  environment: EnvironmentVariables,
): E.Either<string, SmsGatewaySettings | undefined> => {
  const { SMS_GATEWAY: url, SMS_TOKEN_FILE: file, SMS_SENDER: sender = '' } = environment
  if (url === undefined) return E.right(undefined)
  if (!isSafeUrl(url))
    return E.left(`SMS_GATEWAY is ${url}: it must begin with https://, such as https://gatewayapi.eu.`)
  if (!senderForm.test(sender))
    return E.left('SMS_SENDER must be the sender that telephones show: up to 11 letters (a to z) and digits.')
  if (file === undefined) return E.left('SMS_TOKEN_FILE must name a file with the token of the gateway.')
  return E.map((token: string) => ({ url, token, sender }))(readSecretFile('SMS_TOKEN_FILE', file))
}

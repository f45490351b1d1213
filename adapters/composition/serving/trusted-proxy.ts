import { isIP } from 'node:net'
import * as E from 'fp-ts/Either'
import type { EnvironmentVariables } from './token-verification'

/** Names of ranges that Express knows. */
const namedRanges: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal'])

const isRange = (text: string): boolean => {
  const [address = '', bits] = text.split('/')
  const version = isIP(address)
  if (version === 0) return namedRanges.has(text)
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

const whatToSet =
  'Set TRUSTED_PROXY to the address of the proxy that ends TLS (such as loopback, or 10.0.0.0/24): pages and tokens are not served over plain HTTP.'

/**
 * Reads from which addresses it is believed that a request came over TLS. Left: what is wrong, and what to do. In
 * production they must be named.
 */
export const readTrustedProxy = ({
  TRUSTED_PROXY: proxies = '',
  NODE_ENV: mode,
}: EnvironmentVariables): E.Either<string, ReadonlyArray<string>> => {
  const ranges = proxies
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '')
  if (ranges.length === 0) return mode === 'production' ? E.left(whatToSet) : E.right([])
  return ranges.every(isRange) ? E.right(ranges) : E.left(`TRUSTED_PROXY is ${proxies}. ${whatToSet}`)
}

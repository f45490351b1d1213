import type { Request } from 'express'
import type { HttpDependencies } from '../../http/request-handling/http-dependencies'

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined)

/**
 * Whether a form was sent by a page of this site, by the headers that a browser sets and no page can change. Outside
 * production the pages may be reached under any name of this machine.
 */
export const isFromThisSite = (
  { publicUrl, mode }: Pick<HttpDependencies, 'publicUrl' | 'mode'>,
  { headers }: Pick<Request, 'headers'>,
): boolean => {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  return origin === originOf(publicUrl) || (mode === 'trial' && host !== undefined && origin === `http://${host}`)
}

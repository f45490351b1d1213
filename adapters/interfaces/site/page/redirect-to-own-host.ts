import type { RequestHandler } from 'express'
import type { HttpDependencies } from '../../http/request-handling/http-dependencies'

const namesOfThisMachine: ReadonlyArray<string> = ['localhost', '127.0.0.1', '[::1]']

/** The same address under another name of this machine, on the same port. */
const isOtherNameOf = (ownUrl: URL, requestUrl: URL): boolean =>
  ownUrl.port === requestUrl.port &&
  ownUrl.hostname !== requestUrl.hostname &&
  [ownUrl, requestUrl].every(({ hostname }) => namesOfThisMachine.includes(hostname))

/**
 * Outside production, leads from another name of this machine to the site's own address. A browser keeps the cookies of
 * `localhost` and of `127.0.0.1` apart, and a provider sends people back to the own address alone.
 */
export const redirectToOwnHost =
  ({ publicUrl, mode }: Pick<HttpDependencies, 'publicUrl' | 'mode'>): RequestHandler =>
  ({ method, headers: { host = '' }, originalUrl }, response, next) => {
    const requestUrl = `http://${host}`
    const isElsewhere =
      mode === 'trial' &&
      method === 'GET' &&
      URL.canParse(requestUrl) &&
      isOtherNameOf(new URL(publicUrl), new URL(requestUrl))
    if (isElsewhere) response.set('Cache-Control', 'no-store').redirect(`${publicUrl}${originalUrl}`)
    else next()
  }

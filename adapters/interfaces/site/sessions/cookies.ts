import type { Request, Response } from 'express'
import type { HttpDependencies } from '../../http/request-handling/http-dependencies'

type Mode = HttpDependencies['mode']

/** The cookies of the site. Each holds a random id and nothing else. */
export type CookieName = 'session' | 'log-in'

/** `__Host-`: the browser takes the cookie over TLS alone, from this host alone, for all paths. */
export const cookieNameIn = (mode: Mode, name: CookieName): string => (mode === 'production' ? `__Host-${name}` : name)

const valuePattern = /^[0-9A-Za-z_-]{43}$/

/** The id in a cookie; undefined when there is none, or when it cannot be one of ours. */
export const readCookie = (mode: Mode, name: CookieName, { headers }: Pick<Request, 'headers'>): string | undefined => {
  const prefix = `${cookieNameIn(mode, name)}=`
  const pair = (headers.cookie ?? '').split(/; */).find((part) => part.startsWith(prefix))
  const value = pair?.slice(prefix.length)
  return value !== undefined && valuePattern.test(value) ? value : undefined
}

const optionsIn = (mode: Mode) =>
  ({ httpOnly: true, secure: mode === 'production', sameSite: 'lax', path: '/' }) as const

/** Sets a cookie that ends with the browser's own session. */
export const setCookie = (mode: Mode, name: CookieName, value: string, response: Response): void =>
  void response.cookie(cookieNameIn(mode, name), value, optionsIn(mode))

export const clearCookie = (mode: Mode, name: CookieName, response: Response): void =>
  void response.clearCookie(cookieNameIn(mode, name), optionsIn(mode))

import type { Request } from 'express'
import type { RequestSource } from '../route/request-source'

/** The address as IPv4 where it is one. Behind a proxy it is the one that the trusted proxy names. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=[0-9.]+$)/i, '')

/** The address from which a request came; undefined when the socket is closed already. */
export const clientAddressOf = ({ ip }: Pick<Request, 'ip'>): string | undefined =>
  ip === undefined ? undefined : plainAddress(ip)

/** From where a request was sent, in the session with this id or in none. */
export const requestSourceOf = (request: Pick<Request, 'ip'>, session?: string): RequestSource => ({
  address: clientAddressOf(request),
  session,
})

import { isIPv6 } from 'node:net'

/** How many of the eight groups of an IPv6 address name the network (64 bits): a client chooses the others itself. */
const groupsOfNetwork = 4

/** All groups of an IPv6 address that is written in its short form. */
const groupsOf = (shortForm: string): ReadonlyArray<string> => {
  const [before = [], after = []] = shortForm.split('::').map((part) => (part === '' ? [] : part.split(':')))
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}

/** The network to which requests from an address count: the /64 of an IPv6 address; any other address by itself. */
export const networkOf = (address: string | undefined): string | undefined => {
  const [withoutZone = ''] = address?.split('%') ?? []
  if (!isIPv6(withoutZone)) return address
  const { hostname } = new URL(`http://[${withoutZone}]/`)
  return groupsOf(hostname.slice(1, -1)).slice(0, groupsOfNetwork).join(':')
}

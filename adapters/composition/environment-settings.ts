import type * as E from 'fp-ts/Either'
import type { ServerAddressOptions } from '../interfaces/cli/cli-command'
import { readServerAddresses, type ServerAddresses } from './stores/server-addresses'

/**
 * The folder of the wrapping keys, when it is not in the data folder; the path of the policy file; and the folder of the
 * erasure receipt, when it is not beside the ring.
 */
export const { RING: ringFolder, POLICY: policyPath, RECEIPTS: receiptsFolder } = process.env

/** The addresses of the servers. An option of the command line overrides the variable of the environment. */
export const readAddresses = ({ circulation, persons, keys }: ServerAddressOptions = {}): E.Either<
  string,
  ServerAddresses | undefined
> => {
  const { CIRCULATION, PERSONS, KEYS } = process.env
  return readServerAddresses({
    CIRCULATION: circulation ?? CIRCULATION,
    PERSONS: persons ?? PERSONS,
    KEYS: keys ?? KEYS,
  })
}

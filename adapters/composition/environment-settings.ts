import path from 'node:path'
import type * as E from 'fp-ts/Either'
import type { StoreServerAddressOptions } from '../interfaces/cli/cli-command'
import type { RingPlaces } from '../stores/data-folder/data-folder-layout'
import { readServerAddresses, type StoreServerAddresses } from './stores/store-server-addresses'

/** The folder of the wrapping keys, when it is not in the data folder, and the path of the policy file. */
export const { RING: ringFolder, POLICY: policyPath } = process.env

const isGiven = (value: string | undefined): value is string => value !== undefined && value !== ''

const { ESCROW, FOOTAGE, RING_COPY, RECEIPTS } = process.env
const { RING_MODULE, RING_TOKEN, RING_PIN_FILE, RING_STATEMENT, RING_OPERATOR_KEY } = process.env

/** The folder of the contents of recordings that all processes share; undefined: that of the data folder. */
export const footageFolder = isGiven(FOOTAGE) ? path.resolve(FOOTAGE) : undefined

/** A module whose other variables are missing is refused when the ring is opened. */
const ringModule: RingPlaces['module'] = isGiven(RING_MODULE)
  ? {
      file: path.resolve(RING_MODULE),
      token: RING_TOKEN ?? '',
      pinFile: RING_PIN_FILE ?? '',
      ...(isGiven(RING_STATEMENT) ? { statement: RING_STATEMENT } : {}),
      ...(isGiven(RING_OPERATOR_KEY) ? { operatorKey: RING_OPERATOR_KEY } : {}),
    }
  : undefined

/** The hardware module of the ring, and the folders of the ring and of the erasure receipt that lie elsewhere. */
export const ringPlaces: RingPlaces = {
  ...(isGiven(ESCROW) ? { escrow: path.resolve(ESCROW) } : {}),
  ...(isGiven(RING_COPY) ? { copy: path.resolve(RING_COPY) } : {}),
  ...(isGiven(RECEIPTS) ? { receipts: path.resolve(RECEIPTS) } : {}),
  ...(ringModule === undefined ? {} : { module: ringModule }),
}

/** The addresses of the servers. An option of the command line overrides the variable of the environment. */
export const readStoreServerAddresses = ({ circulation, persons, keys }: StoreServerAddressOptions = {}): E.Either<
  string,
  StoreServerAddresses | undefined
> => {
  const { CIRCULATION, PERSONS, KEYS } = process.env
  return readServerAddresses({
    CIRCULATION: circulation ?? CIRCULATION,
    PERSONS: persons ?? PERSONS,
    KEYS: keys ?? KEYS,
  })
}

import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import * as TE from 'fp-ts/TaskEither'
import { createTaskQueue } from '../../../../system/concurrency/task-queue'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { networkOf } from '../../request-handling/network-of-address'
import type { RequestSource } from '../../route/request-source'

const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const hashLength = 32
const saltLength = 16

/**
 * One guess costs 32 MiB and about 100 ms, the most that fits into the 150 ms that a machine may take. A PIN is short,
 * so its hash is sealed as well and shown to nobody.
 */
const scryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }
const scheme = 'scrypt-15-8-1'

/** PINs are hashed on the threads that compress pages and read files: some are left for these, and half of the processors. */
const pinChecks = createTaskQueue(Math.min(2, Math.ceil(availableParallelism() / 2)))

/**
 * So many PINs wait at most to be checked or hashed. Networks take turns, so the first from a network waits for one of each
 * other network: few from one, for about half a second, and many of all, because a low limit refuses whoever comes behind a
 * few networks that send many.
 */
const maxWaitingChecks = { ofAll: 200, ofOneOrigin: 5 }

/**
 * Runs a check of a PIN when its turn comes. Refused: `TooManyPinChecks`, when many wait, or some from the same network. The
 * PIN is then neither checked nor counted. The network is dropped when the check begins. Within the check nobody may wait for
 * another one, or for `hashPin`.
 */
export const inQueueOfPinChecks = ({
  address,
}: Pick<RequestSource, 'address'>): (<A>(check: TE.TaskEither<HttpFailure, A>) => TE.TaskEither<HttpFailure, A>) =>
  pinChecks.runUnlessFull(maxWaitingChecks, httpRequestFailure('TooManyPinChecks'))(networkOf(address))

const hashAtOnce = async (pin: string): Promise<string> => {
  const salt = randomBytes(saltLength)
  const hash = await deriveKey(pin, salt, hashLength, scryptOptions)
  return `${scheme}.${salt.toString('base64url')}.${hash.toString('base64url')}`
}

/** Hashes a PIN that a request sends, with a salt. It waits and is refused as a check is. Nobody can read the PIN from the hash. */
export const hashPinInQueue =
  (source: Pick<RequestSource, 'address'>) =>
  (pin: string): TE.TaskEither<HttpFailure, string> =>
    inQueueOfPinChecks(source)(TE.fromTask(() => hashAtOnce(pin)))

/** The same for a PIN that no request sends, such as that of an import. It is never refused. */
export const hashPin = (pin: string): Promise<string> => pinChecks.run(() => hashAtOnce(pin))()

/** The hash used for a card that does not exist or has no PIN: it matches no PIN and takes as long to check. */
const dummyHash = [scheme, randomBytes(saltLength).toString('base64url'), randomBytes(hashLength).toString('base64url')]

/**
 * Whether a PIN matches a stored hash, in constant time. Without a stored hash it takes as long, so that time does not
 * tell which cards exist. It is called within `inQueueOfPinChecks`.
 */
export const verifyPin =
  (storedHash: string | null | undefined) =>
  async (pin: string): Promise<boolean> => {
    const storedParts = storedHash?.split('.') ?? dummyHash
    const [, salt = '', hash = ''] = storedParts[0] === scheme ? storedParts : dummyHash
    const expected = Buffer.from(hash, 'base64url')
    const actual = await deriveKey(pin, Buffer.from(salt, 'base64url'), hashLength, scryptOptions)
    return expected.length === actual.length && timingSafeEqual(expected, actual)
  }

import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import { keyIdOf } from '../../../retention/transparency/formats/note-key'
import { timeOfCosignature } from '../../../retention/transparency/formats/cosignature'
import type { Witness } from '../../outside/witnesses/submit-head'
import type { HeadStore, SignedHead } from '../../stores/heads/head-store'

/** How many heads are searched for a cosignature, newest first: those of more than a year. */
const headsSearched = 400

/** When a witness has cosigned a head, in seconds since 1970; undefined when it has not. */
export const timeOfCosigning =
  ({ key }: Pick<Witness, 'key'>) =>
  ({ note }: Pick<SignedHead, 'note'>): number | undefined => {
    const cosignature = note.signatures.find(({ name, keyId }) => name === key.name && keyId === keyIdOf(key))
    return cosignature === undefined ? undefined : timeOfCosignature(cosignature.signature)
  }

/**
 * When a witness has last cosigned a head of a log, in seconds since 1970; undefined when it has cosigned none of those of
 * more than a year. A head that cannot be read is passed over.
 */
export const findNewestCosigning = async (
  heads: Pick<HeadStore, 'sizes' | 'read'>,
  witness: Pick<Witness, 'key'>,
  log: LogName,
): Promise<number | undefined> => {
  const sizes = await heads.sizes(log)()
  for (const size of E.isLeft(sizes) ? [] : sizes.right.slice(-headsSearched).toReversed()) {
    const head = await heads.read(log, size)()
    const time = E.isLeft(head) || head.right === undefined ? undefined : timeOfCosigning(witness)(head.right)
    if (time !== undefined) return time
  }
  return undefined
}

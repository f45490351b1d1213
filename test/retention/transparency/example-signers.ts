import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import * as TE from 'fp-ts/TaskEither'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { messageOfCosignature } from '../../../retention/transparency/formats/cosignature'
import { keyIdOf, noteKeyOfPem, type NoteKey } from '../../../retention/transparency/formats/note-key'
import type { NoteSignature } from '../../../retention/transparency/formats/signed-note'

const privateKeyOf = (seed: string): KeyObject =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  })

const pemOf = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' })

/** The keys of the first two tests of RFC 8032, section 7.1. */
const keyOfLibrary = privateKeyOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
const keyOfWitness = privateKeyOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')

export const exampleOrigin = 'library.example/circulation'

export const exampleRing: Pick<KekRing, 'sign' | 'verifyingKey'> = {
  sign: (statement) => TE.right(sign(null, statement, keyOfLibrary)),
  verifyingKey: pemOf(keyOfLibrary),
}

export const exampleLogKey: NoteKey = noteKeyOfPem('ed25519', exampleOrigin)(exampleRing.verifyingKey)
export const exampleWitnessKey: NoteKey = noteKeyOfPem('cosignature', 'witness.example/w1')(pemOf(keyOfWitness))

/** What the example witness answers to the text of a checkpoint. `time` is in seconds since 1970. */
export const cosign = (time: number, checkpoint: string): NoteSignature => {
  const timestamp = Buffer.alloc(8)
  timestamp.writeBigUInt64BE(BigInt(time))
  const signature = sign(null, Buffer.from(messageOfCosignature(time, checkpoint), 'utf8'), keyOfWitness)
  const { name } = exampleWitnessKey
  return { name, keyId: keyIdOf(exampleWitnessKey), signature: Buffer.concat([timestamp, signature]) }
}

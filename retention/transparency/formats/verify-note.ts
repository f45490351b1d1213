import { verify } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { messageOfCosignature, timeOfCosignature, timestampLength } from './cosignature'
import { cryptoKeyOf, keyIdOf, type NoteKey } from './note-key'
import type { NoteSignature, SignedNote } from './signed-note'

/** A note says nothing: a signature of a known key is wrong, or no known key signed it. */
export type NoteRefused =
  { readonly _tag: 'WrongSignature'; readonly name: string } | { readonly _tag: 'NoKnownSignature' }

/** A signature that was verified. */
export interface VerifiedSignature {
  readonly key: NoteKey
  readonly signature: NoteSignature
  /** When the witness signed, in seconds since 1970; undefined for a signature of a log. */
  readonly signedAt: number | undefined
}

const isSignedBy = (key: NoteKey, text: string, { signature }: NoteSignature): boolean => {
  const bytesBefore = key.type === 'cosignature' ? timestampLength : 0
  const message = key.type === 'cosignature' ? messageOfCosignature(timeOfCosignature(signature), text) : text
  return (
    signature.length === bytesBefore + 64 &&
    verify(null, Buffer.from(message, 'utf8'), cryptoKeyOf(key), signature.subarray(bytesBefore))
  )
}

/**
 * The signatures of a note by these keys, at least one. Signatures of other keys are ignored; a wrong one of these keys
 * refuses the whole note (C2SP signed-note).
 */
export const verifyNote =
  (keys: ReadonlyArray<NoteKey>) =>
  ({ text, signatures }: SignedNote): E.Either<NoteRefused, ReadonlyArray<VerifiedSignature>> => {
    const verified: VerifiedSignature[] = []
    for (const signature of signatures) {
      const key = keys.find((known) => known.name === signature.name && keyIdOf(known) === signature.keyId)
      if (key === undefined) continue
      if (!isSignedBy(key, text, signature)) return E.left({ _tag: 'WrongSignature', name: key.name })
      const signedAt = key.type === 'cosignature' ? timeOfCosignature(signature.signature) : undefined
      verified.push({ key, signature, signedAt })
    }
    return verified.length === 0 ? E.left({ _tag: 'NoKnownSignature' }) : E.right(verified)
  }

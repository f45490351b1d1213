import type { Proof } from '../tree/proofs'
import { encodeProofLines } from './proof-text'
import { encodeSignedNote, type SignedNote } from './signed-note'

/** What a witness is sent: a head, and the proof that its tree begins with the one that the witness signed before. */
export interface AddCheckpointRequest {
  /** The size of the tree that the witness signed before; 0 for none. */
  readonly oldSize: number
  /** Empty when `oldSize` is 0. */
  readonly proof: Proof
  readonly checkpoint: SignedNote
}

/** The body of the request (C2SP tlog-witness, add-checkpoint). */
export const encodeAddCheckpointRequest = ({ oldSize, proof, checkpoint }: AddCheckpointRequest): string =>
  `old ${String(oldSize)}\n${encodeProofLines(proof)}\n${encodeSignedNote(checkpoint)}`

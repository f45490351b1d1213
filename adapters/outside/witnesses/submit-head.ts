import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type * as TE from 'fp-ts/TaskEither'
import {
  encodeAddCheckpointRequest,
  type AddCheckpointRequest,
} from '../../../retention/transparency/formats/add-checkpoint-request'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import { decodeNoteSignatures, type NoteSignature } from '../../../retention/transparency/formats/signed-note'
import { wholeNumberOf } from '../../../retention/transparency/formats/strict-texts'
import { verifyNote } from '../../../retention/transparency/formats/verify-note'

/** A witness of heads (C2SP tlog-witness), which somebody else runs on another machine. */
export interface Witness {
  readonly key: NoteKey
  /** The address below which it takes heads, without a slash at its end. */
  readonly url: string
}

/** Why a witness gave no cosignature. */
export type WitnessFailure =
  /** It has signed a tree of another size before: the request is repeated from there. */
  | { readonly _tag: 'OtherSize'; readonly size: number }
  /** The tree does not begin with what the witness has signed before, or has another root. */
  | { readonly _tag: 'ContradictsWitness' }
  | { readonly _tag: 'NoCosignature'; readonly reason: string }

/** Ms until a witness that does not answer counts as failing. */
const timeout = 10_000

/** The longest answer that is read, in characters: some signatures. */
const longestAnswer = 10_000

const noCosignature = (reason: string): WitnessFailure => ({ _tag: 'NoCosignature', reason })

const failureOfAnswer = (status: number, text: string): WitnessFailure => {
  const size = status === 409 ? wholeNumberOf(text.trimEnd()) : undefined
  if (size !== undefined) return { _tag: 'OtherSize', size }
  if (status === 422 || status === 409) return { _tag: 'ContradictsWitness' }
  return noCosignature(status === 404 ? 'it does not know this log' : `it answered ${String(status)}`)
}

/** The cosignatures of the witness on this head; what else it answers is ignored. */
const cosignaturesOf = (
  { key }: Witness,
  { checkpoint }: AddCheckpointRequest,
  text: string,
): E.Either<WitnessFailure, ReadonlyArray<NoteSignature>> =>
  pipe(
    decodeNoteSignatures(text),
    E.flatMap((signatures) => verifyNote([key])({ text: checkpoint.text, signatures })),
    E.bimap(
      () => noCosignature('its answer has no valid cosignature'),
      (verified) => verified.map(({ signature }) => signature),
    ),
  )

/** Sends a head to a witness, and answers its cosignatures after it has verified them. */
export const submitHead =
  (witness: Witness) =>
  (request: AddCheckpointRequest): TE.TaskEither<WitnessFailure, ReadonlyArray<NoteSignature>> =>
  async () => {
    try {
      const answer = await fetch(`${witness.url}/add-checkpoint`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        body: encodeAddCheckpointRequest(request),
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      })
      const text = (await answer.text()).slice(0, longestAnswer)
      return answer.status === 200
        ? cosignaturesOf(witness, request, text)
        : E.left(failureOfAnswer(answer.status, text))
    } catch {
      return E.left(noCosignature('it does not answer'))
    }
  }

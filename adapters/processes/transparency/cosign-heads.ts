import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import type { NoteSignature, SignedNote } from '../../../retention/transparency/formats/signed-note'
import { submitHead, type Witness, type WitnessFailure } from '../../outside/witnesses/submit-head'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import type { HeadStore, SignedHead } from '../../stores/heads/head-store'

/** What cosigning needs. `keyOf` is the key that signs heads of a log. */
export interface CosigningDependencies {
  readonly trees: Pick<TreesOfLogs, 'consistency'>
  readonly heads: HeadStore
  readonly keyOf: (log: LogName) => NoteKey
}

export type CosigningError = WitnessFailure | StoreUnavailable

const isSameSignature = (one: NoteSignature, other: NoteSignature): boolean =>
  one.name === other.name && one.keyId === other.keyId

/** The note with further signatures, each in the place of an earlier one of its key. */
export const withSignatures = ({ text, signatures }: SignedNote, added: ReadonlyArray<NoteSignature>): SignedNote => ({
  text,
  signatures: [...signatures.filter((known) => !added.some((one) => isSameSignature(one, known))), ...added],
})

const submitFrom = (
  { trees }: CosigningDependencies,
  witness: Witness,
  log: LogName,
  { size, note }: SignedHead,
  oldSize: number,
): TE.TaskEither<CosigningError, ReadonlyArray<NoteSignature>> =>
  oldSize > size
    ? TE.left({ _tag: 'ContradictsWitness' })
    : pipe(
        trees.consistency({ log, smaller: oldSize, size }),
        TE.flatMap((proof) => submitHead(witness)({ oldSize, proof: proof ?? [], checkpoint: note })),
      )

/**
 * Sends a head to a witness and stores its cosignatures with the head. `oldSize` is that of the last head that it has
 * cosigned, as far as this process knows; a witness that knows another one says so, and gets the proof from there.
 */
export const cosignHead =
  (dependencies: CosigningDependencies) =>
  (witness: Witness, log: LogName, head: SignedHead, oldSize: number): TE.TaskEither<CosigningError, void> =>
    pipe(
      submitFrom(dependencies, witness, log, head, oldSize),
      TE.orElse((failure) =>
        failure._tag === 'OtherSize' ? submitFrom(dependencies, witness, log, head, failure.size) : TE.left(failure),
      ),
      // Another witness, or another process, may have signed meanwhile.
      TE.bindTo('added'),
      TE.bindW('stored', () => dependencies.heads.read(log, head.size)),
      TE.flatMap(({ added, stored }) =>
        dependencies.heads.put(log, withSignatures((stored ?? head).note, added), dependencies.keyOf(log)),
      ),
    )

/** Why a witness has not cosigned the newest head, in words for an operator. */
export const cosigningErrorText = (error: CosigningError): string => {
  switch (error._tag) {
    case 'OtherSize':
    case 'ContradictsWitness':
      return 'it has signed another tree before: the log was changed, or replaced by an older copy'
    case 'NoCosignature':
    case 'StoreUnavailable':
      return error.reason
  }
}

/** Whether what a witness says means that the log was changed. */
export const contradictsWitness = (error: CosigningError): boolean =>
  error._tag === 'ContradictsWitness' || error._tag === 'OtherSize'

import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { decodeCheckpoint } from '../../../retention/transparency/formats/checkpoint'
import type { Malformed } from '../../../retention/transparency/formats/malformed'
import { decodeSignedNote } from '../../../retention/transparency/formats/signed-note'
import type { SignedHead } from './head-store'

/** Decodes a signed note whose text is a checkpoint, without verifying anything. */
export const decodeSignedHead = (text: string): E.Either<Malformed, SignedHead> =>
  pipe(
    decodeSignedNote(text),
    E.bindTo('note'),
    E.bind('checkpoint', ({ note }) => decodeCheckpoint(note.text)),
    E.map(({ note, checkpoint }) => ({ ...checkpoint, note })),
  )

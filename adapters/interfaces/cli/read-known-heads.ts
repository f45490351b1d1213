import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { decodeProofText, isProofText } from '../../../retention/transparency/formats/proof-text'
import type { KnownHead } from '../../processes/transparency/log-verification'
import { decodeSignedHead } from '../../stores/heads/decode-signed-head'

const whatItIs =
  'A head is what "glemsom audit head" prints and /transparency/<log>/checkpoint answers; a proof has one too.'

const readText = (file: string): E.Either<string, string> =>
  E.tryCatch(
    () => readFileSync(file, 'utf8'),
    () => `The file ${file} cannot be read.`,
  )

const decodeHead = (file: string, text: string): E.Either<string, KnownHead> =>
  pipe(
    isProofText(text)
      ? E.map(({ checkpoint }: { readonly checkpoint: string }) => checkpoint)(decodeProofText(text))
      : E.right(text),
    E.flatMap(decodeSignedHead),
    E.bimap(
      ({ reason }) => `The file ${file} has no signed head (${reason}). ${whatItIs}`,
      (head) => ({ name: file, head }),
    ),
  )

/**
 * Reads signed heads that were stored elsewhere, one from each file: a signed note, or a proof that has one. Verifies nothing.
 * Left: which file is wrong, and what it should be.
 */
export const readKnownHeads: (files: ReadonlyArray<string>) => E.Either<string, ReadonlyArray<KnownHead>> =
  E.traverseArray((file) =>
    pipe(
      readText(file),
      E.flatMap((text) => decodeHead(file, text)),
    ),
  )

import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { readPrivateFile } from './private-files'

export const damagedRingUnavailable = (what: string): Unavailable =>
  keysUnavailable(
    `the ring of wrapping keys is incomplete or damaged: ${what}. Put the ring back from its own copy: see Backup and restore in adapters/README.md`,
  )

/** Reads a file of the ring. Unavailable when it is missing, or is not what it should be. */
export const readRingFile =
  (folder: string) =>
  <A>(name: string, parse: (content: string) => A): E.Either<Unavailable, A> =>
    E.tryCatch(
      () => parse(readPrivateFile(folder, name)),
      () => damagedRingUnavailable(`${name} is missing, cannot be read, or belongs to another ring`),
    )

/** Runs work on the files of a ring. Unavailable, with the reason, when it throws. */
export const catchAsUnavailable = <A>(reason: string, work: () => A): E.Either<Unavailable, A> =>
  E.tryCatch(work, () => keysUnavailable(reason))

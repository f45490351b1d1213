import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { readPrivateFile } from '../../../system/files/private-files'

export const damagedRingUnavailable = (what: string): Unavailable =>
  keysUnavailable(
    `the ring of wrapping keys is incomplete or damaged: ${what}. Put the ring back from its own copy: see Backup and restore in adapters/README.md`,
  )

/** Reads a file of the ring. Unavailable when it is missing, or is not what it should be. */
export const readRingFile =
  (folder: string) =>
  <A>(name: string, parse: (content: string) => A): TaskEither<Unavailable, A> =>
    TE.tryCatch(
      async () => parse(await readPrivateFile(folder, name)),
      () => damagedRingUnavailable(`${name} is missing, cannot be read, or belongs to another ring`),
    )

/** Runs work on the files of a ring. Unavailable, with the reason, when it rejects. */
export const catchAsUnavailable = <A>(reason: string, work: () => Promise<A>): TaskEither<Unavailable, A> =>
  TE.tryCatch(work, () => keysUnavailable(reason))

import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import { verifyNote } from '../../../retention/transparency/formats/verify-note'
import type { HeadStore, SignedHead } from '../../stores/heads/head-store'
import type { LogFinding } from './log-verification'

/** The signed heads of a log: those that are valid, smallest first, and what is wrong with the others. */
interface CheckedHeads {
  readonly valid: ReadonlyArray<SignedHead>
  readonly findings: ReadonlyArray<LogFinding>
}

/** Whether a head is of this log, and signed by one of its keys. */
export const isValidHead = (keys: ReadonlyArray<NoteKey>, { origin, note }: SignedHead): boolean =>
  keys.some(({ name }) => name === origin) && E.isRight(verifyNote(keys)(note))

/** Reads every head of a log and verifies its signature. A file that is no head counts as one that is not valid. */
export const checkHeads =
  (heads: Pick<HeadStore, 'sizes' | 'read'>, keys: ReadonlyArray<NoteKey>) =>
  async (log: LogName): Promise<E.Either<StoreUnavailable, CheckedHeads>> => {
    const sizes = await heads.sizes(log)()
    if (E.isLeft(sizes)) return sizes
    const valid: SignedHead[] = []
    const findings: LogFinding[] = []
    for (const size of sizes.right) {
      const head = await heads.read(log, size)()
      if (E.isRight(head) && head.right !== undefined && head.right.size === size && isValidHead(keys, head.right))
        valid.push(head.right)
      else findings.push({ kind: 'head not valid', size })
    }
    return E.right({ valid, findings })
  }

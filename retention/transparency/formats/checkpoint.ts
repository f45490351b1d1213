import * as E from 'fp-ts/Either'
import { hashLength } from '../tree/hashes'
import type { TreeHead } from '../tree/verify-inclusion'
import { malformed, type Malformed } from './malformed'
import { bytesOfBase64, toBase64, wholeNumberOf } from './strict-texts'

/** The head of the tree of one log. */
export interface Checkpoint extends TreeHead {
  /** The name of the log, which its key has too. */
  readonly origin: string
}

/** The text of a head, which is signed (C2SP tlog-checkpoint). It has no extension lines, which no monitor could check. */
export const encodeCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${toBase64(root)}\n`

/** Decodes the text of a head. Malformed also when it has extension lines. */
export const decodeCheckpoint = (text: string): E.Either<Malformed, Checkpoint> => {
  const [origin = '', sizeText = '', rootText = '', end, ...more] = text.split('\n')
  const size = wholeNumberOf(sizeText)
  const root = bytesOfBase64(rootText)
  if (origin === '' || end !== '' || more.length > 0) return malformed('checkpoint: not three lines')
  if (size === undefined) return malformed('checkpoint: the second line is no size')
  if (root?.length !== hashLength) return malformed('checkpoint: the third line is no root')
  return E.right({ origin, size, root })
}

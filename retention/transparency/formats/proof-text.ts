import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { hashLength } from '../tree/hashes'
import type { Proof } from '../tree/proofs'
import { malformed, type Malformed } from './malformed'
import { bytesOfBase64, toBase64, wholeNumberOf } from './strict-texts'

/** The proof that an entry is in a log, which verifies without the log. */
export interface ProofOfEntry {
  /**
   * Whatever helps to find the hash of the entry: here the record that is the leaf. Nothing authenticates it, before its own
   * hash has been verified with the proof. Undefined when there is none.
   */
  readonly extra?: Uint8Array | undefined
  readonly index: number
  readonly proof: Proof
  /** The signed head, with its cosignatures, as a signed note. */
  readonly checkpoint: string
}

const firstLine = 'c2sp.org/tlog-proof@v1'

/** Whether a text says that it is a proof. */
export const isProofText = (text: string): boolean => text.startsWith(`${firstLine}\n`)

/** The hashes of a proof, each on a line of its own. */
export const encodeProofLines = (proof: Proof): string => proof.map((hash) => `${toBase64(hash)}\n`).join('')

/** The proof as a text (C2SP tlog-proof), for a file whose name ends with `.tlog-proof`. */
export const encodeProofText = ({ extra, index, proof, checkpoint }: ProofOfEntry): string => {
  const extraLine = extra === undefined ? '' : `extra ${toBase64(extra)}\n`
  return `${firstLine}\n${extraLine}index ${String(index)}\n${encodeProofLines(proof)}\n${checkpoint}`
}

const decodeHash = (line: string): E.Either<Malformed, Uint8Array> => {
  const bytes = bytesOfBase64(line)
  return bytes?.length === hashLength ? E.right(bytes) : malformed('proof: a line is no hash')
}

const extraOf = (line: string | undefined): Uint8Array | undefined =>
  line?.startsWith('extra ') === true ? bytesOfBase64(line.slice('extra '.length)) : undefined

/** Decodes a proof, without verifying anything. Malformed also when its extra data is no base64. */
export const decodeProofText = (text: string): E.Either<Malformed, ProofOfEntry> => {
  const end = text.indexOf('\n\n')
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n')
  const extra = extraOf(lines[0])
  const [indexLine = '', ...hashes] = extra === undefined ? lines : lines.slice(1)
  const index = indexLine.startsWith('index ') ? wholeNumberOf(indexLine.slice('index '.length)) : undefined
  if (first !== firstLine || index === undefined) return malformed('proof: no first line, or no index')
  return pipe(
    E.traverseArray(decodeHash)(hashes),
    E.map((proof) => ({ ...(extra === undefined ? {} : { extra }), index, proof, checkpoint: text.slice(end + 2) })),
  )
}

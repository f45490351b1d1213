import { hash } from 'node:crypto'
import type { PartScope, SealContext } from '../../domain/ports/scope-keys'
import { encodeTuple } from './encode-tuple'

/** The version of the seal: key derivation, additional data and padding. */
const format = 'glemsom sealed part 1'

/** The additional data that all parts of one event share: everything except the part's own scope. */
export type EncodedSealContext = Buffer

/** Encodes the seal context of an event in a library. The open part enters by its SHA-256. */
export const encodeSealContext =
  (library: string) =>
  (context: SealContext): EncodedSealContext =>
    encodeTuple([
      format,
      library,
      context.log,
      context.stream,
      String(context.revision),
      context.id,
      context.type,
      String(context.version),
      hash('sha256', context.open, 'buffer'),
    ])

/** The additional data of one sealed part. A part that is moved to another event or scope does not open. */
export const additionalDataOfSealedPart =
  (context: EncodedSealContext) =>
  (part: PartScope, keyVersion: number): Buffer =>
    Buffer.concat([context, encodeTuple([part.class, part.scope, String(keyVersion)])])

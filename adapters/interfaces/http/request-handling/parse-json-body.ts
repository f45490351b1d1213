import { isUtf8 } from 'node:buffer'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import { findRepeatedMemberOfJson } from './find-repeated-member-of-json'
import { withoutByteOrderMark } from '../../../system/text/without-byte-order-mark'

/** The encodings that JSON may have; UTF-8 unless the content type names another. */
export type JsonCharacterEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

const decodeText = (bytes: Buffer, encoding: JsonCharacterEncoding): E.Either<HttpFailure, string> => {
  if (encoding !== 'utf-8')
    return E.tryCatch(
      () => new TextDecoder(encoding, { fatal: true }).decode(bytes),
      () => httpRequestFailure('BodyIsMisencoded'),
    )
  return isUtf8(bytes)
    ? E.right(withoutByteOrderMark(bytes.toString('utf8')))
    : E.left(httpRequestFailure('BodyIsMisencoded'))
}

const memberIsRepeated = (pointer: string): HttpFailure => ({
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer,
      text: { da: 'forekommer to gange; må kun forekomme én gang', en: 'occurs twice; must occur only once' },
    },
  ],
})

const parseText = (text: string): E.Either<HttpFailure, unknown> =>
  pipe(
    E.tryCatch(
      (): unknown => JSON.parse(text),
      (): HttpFailure => httpRequestFailure('JsonIsMalformed'),
    ),
    E.filterOrElse(
      () => findRepeatedMemberOfJson(text) === undefined,
      () => memberIsRepeated(findRepeatedMemberOfJson(text) ?? ''),
    ),
  )

/**
 * Parses the bytes of a JSON body. Bytes that are no text of the encoding, and members that occur twice, are refused: a
 * lenient reader would change them without a word.
 */
export const parseJsonBody =
  (encoding: JsonCharacterEncoding) =>
  (bytes: Buffer): E.Either<HttpFailure, unknown> =>
    pipe(decodeText(bytes, encoding), E.chain(parseText))

import type * as t from 'io-ts'
import type { TranslatedText } from '../problems/http-problem-text'
import { codecWithSchema, type WithJsonSchema } from './codec-with-schema'

/** Refuses some of the texts that a codec accepts, and says why. No schema can tell which. */
export const refuseTexts =
  (isRefused: (text: string) => boolean, reason: TranslatedText) =>
  (codec: t.Type<string> & WithJsonSchema): t.Type<string> & WithJsonSchema =>
    codecWithSchema(
      codec.name,
      (u): u is string => codec.is(u) && !isRefused(u),
      codec.schema,
      (u) => (codec.is(u) && isRefused(u) ? reason : codec.explain?.(u)),
    )

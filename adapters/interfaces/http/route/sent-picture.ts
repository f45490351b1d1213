import type { LivePicture } from '../../../../domain/ports/live-pictures'
import { codecWithSchema } from '../codecs/codec-with-schema'

const isPicture = (u: unknown): u is LivePicture =>
  typeof u === 'object' && u !== null && 'mediaType' in u && 'bytes' in u && u.bytes instanceof Uint8Array

/** A picture that a route answers. */
export const SentPictureAnswer = codecWithSchema('Picture', isPicture, { type: 'string', format: 'binary' })

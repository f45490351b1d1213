import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { FootageId } from '../../values/ids'
import { VideoType } from '../video-type'

/** The content of a recording was stored. `size` in bytes; `digest` is its SHA-256, in hexadecimal digits. */
export const FootageStored = defineEvent('FootageStored', 1, {
  open: { footage: FootageId },
  sealed: { footage: { videoType: VideoType, size: t.number, digest: t.string } },
})
export type FootageStored = EventOf<typeof FootageStored>

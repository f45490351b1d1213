import type { LivePicture } from '../../../../domain/ports/live-pictures'
import { drawTextPicture } from '../../../system/pictures/draw-text-picture'

const notice = (...lines: ReadonlyArray<string>): LivePicture => ({
  mediaType: 'image/png',
  bytes: drawTextPicture(lines),
})

/** Stands in the place of the picture while the camera does not answer: the last one must not pass for a live one. */
export const noAnswerPicture = notice('KAMERAET SVARER IKKE', 'CAMERA DOES NOT ANSWER')

/** The last picture: the time is over, or the person has logged out. */
export const endedPicture = notice('IKKE MERE DIREKTE', 'NOT LIVE ANY MORE')

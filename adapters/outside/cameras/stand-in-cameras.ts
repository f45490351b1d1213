import * as TE from 'fp-ts/TaskEither'
import type { LivePictures } from '../../../domain/ports/live-pictures'
import { drawTextPicture } from '../../system/pictures/draw-text-picture'
import type { Colour } from '../../system/pictures/png'

/** Bars of the colours of a test picture. */
const bars: ReadonlyArray<Colour> = [
  [192, 192, 192],
  [192, 192, 0],
  [0, 192, 192],
  [0, 192, 0],
  [192, 0, 192],
  [192, 0, 0],
  [0, 0, 192],
]
const [barWidth, marked, markWidth] = [46, 168, 16]

/** The mark at the lower edge moves on with each second, so that a picture that stands still is seen. */
const backgroundAt = (second: number) => {
  const markAt = (second % 20) * markWidth
  return (x: number, y: number): Colour => {
    if (y >= marked) return x >= markAt && x < markAt + markWidth ? [255, 255, 255] : [0, 0, 0]
    return bars[Math.floor(x / barWidth)] ?? [0, 0, 0]
  }
}

/**
 * Stands in for the cameras of the demo library: it draws a test picture that says so. A library with real data never uses it.
 * `now`: ms since the beginning of 1970.
 */
export const createStandInCameras = (now: () => number): LivePictures => ({
  isStandIn: true,
  hasAddress: () => true,
  take: () => {
    const lines = ['TESTBILLEDE', 'INTET KAMERA', 'TEST PICTURE', 'NO CAMERA']
    return TE.fromIO(() => ({
      mediaType: 'image/png',
      bytes: drawTextPicture(lines, backgroundAt(Math.floor(now() / 1000))),
    }))
  },
})

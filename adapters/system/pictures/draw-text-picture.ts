import { hasPointOfText, letterHeight, letterWidth } from './letters'
import { drawPng, type Colour } from './png'

/** The size of a picture, and of each point of a letter, in points of the picture. */
const [width, height, scale, lineHeight] = [320, 180, 2, 22]

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]

interface PlacedLine {
  readonly text: string
  readonly left: number
  readonly top: number
}

const centred = (lines: ReadonlyArray<string>): ReadonlyArray<PlacedLine> =>
  lines.map((text, index) => ({
    text,
    left: Math.floor((width - text.length * letterWidth * scale) / 2),
    top: Math.floor((height - lines.length * lineHeight) / 2) + index * lineHeight,
  }))

/** The distance of the text from the edge of its dark field. */
const margin = 8

const isOnText = (line: PlacedLine, x: number, y: number): boolean => {
  const [column, row] = [Math.floor((x - line.left) / scale), Math.floor((y - line.top) / scale)]
  return column >= 0 && row >= 0 && row < letterHeight && hasPointOfText(line.text)(column, row)
}

/** A picture of 320 by 180 points with lines of text in capital letters, white on black, before a background. */
export const drawTextPicture = (
  lines: ReadonlyArray<string>,
  background: (x: number, y: number) => Colour = () => black,
): Uint8Array => {
  const placed = centred(lines)
  const longest = Math.max(...lines.map((text) => text.length)) * letterWidth * scale
  const [left, top] = [Math.floor((width - longest) / 2) - margin, (placed[0]?.top ?? 0) - margin]
  const isOnField = (x: number, y: number): boolean =>
    x >= left && x < width - left && y >= top && y < top + lines.length * lineHeight + margin
  return drawPng(width, height, (x, y) => {
    if (!isOnField(x, y)) return background(x, y)
    return placed.some((line) => isOnText(line, x, y)) ? white : black
  })
}

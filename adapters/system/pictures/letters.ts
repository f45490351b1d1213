/** Letters of five by seven points: a text of five points for each row. */
const points: Readonly<Record<string, string>> = {
  A: '.###. #...# #...# ##### #...# #...# #...#',
  B: '####. #...# #...# ####. #...# #...# ####.',
  C: '.#### #.... #.... #.... #.... #.... .####',
  D: '####. #...# #...# #...# #...# #...# ####.',
  E: '##### #.... #.... ####. #.... #.... #####',
  F: '##### #.... #.... ####. #.... #.... #....',
  G: '.#### #.... #.... #..## #...# #...# .####',
  H: '#...# #...# #...# ##### #...# #...# #...#',
  I: '.###. ..#.. ..#.. ..#.. ..#.. ..#.. .###.',
  K: '#...# #..#. #.#.. ##... #.#.. #..#. #...#',
  L: '#.... #.... #.... #.... #.... #.... #####',
  M: '#...# ##.## #.#.# #.#.# #...# #...# #...#',
  N: '#...# ##..# #.#.# #.#.# #..## #...# #...#',
  O: '.###. #...# #...# #...# #...# #...# .###.',
  P: '####. #...# #...# ####. #.... #.... #....',
  R: '####. #...# #...# ####. #.#.. #..#. #...#',
  S: '.#### #.... #.... .###. ....# ....# ####.',
  T: '##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..',
  U: '#...# #...# #...# #...# #...# #...# .###.',
  V: '#...# #...# #...# #...# #...# .#.#. ..#..',
  W: '#...# #...# #...# #.#.# #.#.# ##.## #...#',
  Y: '#...# #...# .#.#. ..#.. ..#.. ..#.. ..#..',
  Å: '..#.. ..... .###. #...# ##### #...# #...#',
}

/** The width of a letter with the gap after it, and the height of a line, in points. */
export const [letterWidth, letterHeight] = [6, 7]

const rowsOf = (letter: string): ReadonlyArray<string> => (points[letter] ?? '').split(' ')

/** Whether a text has a point at a column and a row, from 0. What is no letter of the alphabet is a space. */
export const hasPointOfText =
  (text: string) =>
  (column: number, row: number): boolean =>
    rowsOf(text.charAt(Math.floor(column / letterWidth)))[row]?.charAt(column % letterWidth) === '#'

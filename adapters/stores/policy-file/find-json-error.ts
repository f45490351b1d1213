/** What is wrong with a text that is not JSON. */
interface JsonError {
  /** Where the first token stands that is wrong, in UTF-16 units from 0; the length of the text when it ends too early. */
  readonly offset: number
  /** What must stand there. */
  readonly expected: string
}

const blanks = /[ \t\n\r]*/y
const token =
  /("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)|[{}[\],:]/y

type Place = 'value' | 'firstItem' | 'name' | 'firstName' | 'colon' | 'afterValue'

const expectedTexts: Readonly<Record<Place, string>> = {
  value: 'a value',
  firstItem: 'a value or ]',
  name: 'a member name in quotation marks',
  firstName: 'a member name in quotation marks or }',
  colon: 'a colon',
  afterValue: 'a comma',
}

/** Where a reader is: what must come next, and the ends of the objects and lists that are open. */
interface Reading {
  readonly place: Place
  readonly open: ReadonlyArray<'}' | ']'>
}

const closed = ({ open }: Reading): Reading => ({ place: 'afterValue', open: open.slice(0, -1) })

/** Where the reader is after a token; undefined when the token is wrong. */
const afterToken = (reading: Reading, found: string, isText: boolean): Reading | undefined => {
  const { place, open } = reading
  const end = open.at(-1)
  if (place === 'firstItem' || place === 'afterValue' || place === 'firstName')
    if (found === end) return closed(reading)
  if (place === 'afterValue')
    return found === ',' && end !== undefined ? { place: end === '}' ? 'name' : 'value', open } : undefined
  if (place === 'colon') return found === ':' ? { place: 'value', open } : undefined
  if (place === 'name' || place === 'firstName') return isText ? { place: 'colon', open } : undefined
  if (found === '{') return { place: 'firstName', open: [...open, '}'] }
  if (found === '[') return { place: 'firstItem', open: [...open, ']'] }
  return isText || !'}],:'.includes(found) ? { place: 'afterValue', open } : undefined
}

const expectedIn = ({ place, open }: Reading): string => {
  if (place !== 'afterValue') return expectedTexts[place]
  const end = open.at(-1)
  return end === undefined ? 'the end of the file' : `${expectedTexts.afterValue} or ${end}`
}

/** The first error of a text that is not JSON. A text that is JSON is said to be wrong at its end. */
export const findJsonError = (text: string): JsonError => {
  let reading: Reading = { place: 'value', open: [] }
  let offset = 0
  for (;;) {
    blanks.lastIndex = offset
    offset += blanks.exec(text)?.[0].length ?? 0
    token.lastIndex = offset
    const match = token.exec(text)
    const next = match === null ? undefined : afterToken(reading, match[0], match[1] !== undefined)
    if (match === null || next === undefined) return { offset, expected: expectedIn(reading) }
    offset += match[0].length
    reading = next
  }
}

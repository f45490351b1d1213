/** The object or list that is being read. */
interface Container {
  /** The names of the members so far; undefined in a list. */
  readonly names: Set<string> | undefined
  /** The member or the index that is being read. */
  step: string | number
}

const escapePointer = (step: string | number): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1')

const pointerTo = (containers: ReadonlyArray<Container>): string =>
  containers.map(({ step }) => `/${escapePointer(step)}`).join('')

/** The index after the string that begins at a quotation mark. */
const endOfString = (json: string, start: number): number => {
  let at = start + 1
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at + 1
}

/**
 * The JSON pointer of the first member that an object has twice; undefined when there is none. `JSON.parse` takes the
 * last one without a word, so that two readers of a text may see two values. The text must be valid JSON.
 */
export const findRepeatedMemberOfJson = (json: string): string | undefined => {
  const containers: Container[] = []
  let name = ''
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    const innermost = containers[containers.length - 1]
    if (character === '"') {
      const end = endOfString(json, at)
      name = json.slice(at, end)
      at = end - 1
    } else if (character === '{') containers.push({ names: new Set(), step: '' })
    else if (character === '[') containers.push({ names: undefined, step: 0 })
    else if (character === '}' || character === ']') containers.pop()
    else if (character === ',' && typeof innermost?.step === 'number') innermost.step += 1
    else if (character === ':' && innermost?.names !== undefined) {
      innermost.step = name.includes('\\') ? String(JSON.parse(name)) : name.slice(1, -1)
      if (innermost.names.has(innermost.step)) return pointerTo(containers)
      innermost.names.add(innermost.step)
    }
  }
  return undefined
}

import { jsonPointerStep, type PolicyFileError } from './policy-file-error'

/** An object or a list that is being read: where it stands, and the members or the number of items read so far. */
interface Container {
  readonly pointer: string
  readonly names: Set<string> | undefined
  /** The name of the member, or the index of the item, that is being read. */
  step: string | number
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gu

/**
 * Members that stand twice in an object of a JSON text: a parser takes the last of them, so that the others would be
 * lost without a word. The text must be JSON.
 */
export const findRepeatedMembersOfPolicyFile = (text: string): ReadonlyArray<PolicyFileError> => {
  const errors: PolicyFileError[] = []
  const open: Container[] = []
  let lastText = '""'
  for (const [found] of text.matchAll(token)) {
    const container = open.at(-1)
    if (found === '{' || found === '[') {
      const pointer = container === undefined ? '' : container.pointer + jsonPointerStep(container.step)
      open.push({ pointer, names: found === '{' ? new Set() : undefined, step: 0 })
    } else if (found === '}' || found === ']') open.pop()
    else if (container === undefined) continue
    else if (found === ',') container.step = typeof container.step === 'number' ? container.step + 1 : ''
    else if (found === ':') {
      const name = String(JSON.parse(lastText))
      container.step = name
      if (container.names?.has(name) === true)
        errors.push({
          pointer: container.pointer + jsonPointerStep(name),
          text: `The member "${name}" stands here twice. Keep one of them.`,
        })
      container.names?.add(name)
    } else lastText = found
  }
  return errors
}

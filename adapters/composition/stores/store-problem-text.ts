import { isSystemPartName, type SystemPartName } from '../../processes/failures/failing-system-part-registry'
import { remedyForDamagedPart } from '../../processes/failures/advice-on-failing-part'

/** What a file belongs to. */
const roleTexts: Readonly<Record<SystemPartName, string>> = {
  circulation: 'the log circulation',
  persons: 'the log persons',
  keys: 'the key store',
  ring: 'the ring of wrapping keys',
  readModels: 'the read models',
  schedule: 'the schedule',
  checkpoints: 'the log circulation',
  issuerKeys: 'the issuer of tokens',
}

/** An error of a store that keeps a library from being opened. */
interface StoreProblem {
  readonly _tag: string
  readonly reason: string
  readonly store?: string
}

/** An error of keys names no store. */
const partOf = ({
  _tag,
  store = _tag === 'Unavailable' ? 'keys' : undefined,
}: StoreProblem): SystemPartName | undefined => (isSystemPartName(store) ? store : undefined)

/**
 * What follows the reason: which store a damaged file belongs to, and what to do. Nothing when no file is damaged. Begins
 * with a space.
 */
export const damagedFileText = (problem: StoreProblem): string => {
  const part = partOf(problem)
  if (part === undefined) return ''
  const remedy = remedyForDamagedPart({ part, reason: problem.reason })
  return remedy === undefined ? '' : ` It is a file of ${roleTexts[part]}. ${remedy}`
}

import { parsePolicyFile } from '../../../../adapters/stores/policy-file/parse-policy-file'
import { toPolicyByDay } from '../../../../adapters/stores/policy-file/to-policy'
import type { BranchId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

/** The errors of a file, as lines of pointer and text. */
export const errorsOf = (file: unknown): ReadonlyArray<string> => {
  const parsed = parsePolicyFile(JSON.stringify(file))
  return parsed._tag === 'Left' ? parsed.left.map(({ pointer, text }) => `${pointer}: ${text}`) : []
}

/** The policy of a file without errors. */
export const policyOf = (file: unknown) => toPolicyByDay(rightOrThrow(parsePolicyFile(JSON.stringify(file))))

export const from = '2026-01-01'
export const branchName = { da: 'Hovedbiblioteket', en: 'Main Library' }
export const main = 'DK-785100' as BranchId
export const harbour = 'DK-785101' as BranchId

/** A file with one version. */
export const version = (values: object) => ({ versions: [{ from, ...values }] })

/** A file with these branches. */
export const branches = (...list: ReadonlyArray<object>) => ({ branches: list, versions: [{ from }] })

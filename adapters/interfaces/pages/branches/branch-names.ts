import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** A branch that a page names. */
export interface NamedBranch {
  readonly branch: string
  readonly name: TextInBothLanguages
  readonly status: 'open' | 'notYetOpen' | 'closed'
}

/** The name of a branch; its code when the policy names no such branch. */
export const nameOfBranch =
  (branches: ReadonlyArray<NamedBranch>) =>
  (branch: string): TextInBothLanguages =>
    branches.find((one) => one.branch === branch)?.name ?? { da: branch, en: branch }

/** The branches from which somebody may choose: those that are open, and the one that is chosen already. */
export const branchesToChoose = (
  branches: ReadonlyArray<NamedBranch>,
  chosen: string | undefined,
): ReadonlyArray<string> => {
  const open = branches.filter(({ status }) => status === 'open').map(({ branch }) => branch)
  return chosen === undefined || open.includes(chosen) ? open : [chosen, ...open]
}

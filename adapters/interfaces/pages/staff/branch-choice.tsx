import type { JSX } from 'preact'
import { useHref, usePath, useText } from '../layout/page-frame'
import { branchMember, withBranch, type Workplace } from './workplace'
import { staffTexts as texts } from './staff-texts'

export interface BranchChoiceProps {
  /** The open branches of the library; empty when its policy names none. */
  readonly branches: ReadonlyArray<Workplace>
  /** Whether the address names a branch that the library does not have. */
  readonly isUnknown: boolean
}

const BranchLinks = ({ branches }: Pick<BranchChoiceProps, 'branches'>): JSX.Element => {
  const text = useText()
  const href = useHref()
  const path = usePath()
  return (
    <ul class="nobullet-list staff-choice">
      {branches.map(({ branch, name }, n) => (
        <li>
          <a
            class="button button-secondary"
            href={href(withBranch(path, branch))}
            data-focus={n === 0 ? '' : undefined}
          >
            {text(name)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** For a library whose policy names no branches. */
const BranchForm = (): JSX.Element => {
  const text = useText()
  return (
    <form method="get" class="form-group">
      <label class="form-label" for={branchMember}>
        {text(texts.branchCode)}
      </label>
      <input type="text" id={branchMember} name={branchMember} class="form-input" autocomplete="off" data-focus="" />
      <button type="submit" class="button button-primary">
        {text(texts.continue)}
      </button>
    </form>
  )
}

/** Where the branch of the desk is chosen. It stands in the address from then on. */
export const BranchChoice = ({ branches, isUnknown }: BranchChoiceProps): JSX.Element => {
  const text = useText()
  return (
    <>
      {isUnknown ? <p role="alert">{text(texts.unknownBranch)}</p> : null}
      <h2>{text(texts.chooseBranch)}</h2>
      {branches.length === 0 ? <BranchForm /> : <BranchLinks branches={branches} />}
    </>
  )
}

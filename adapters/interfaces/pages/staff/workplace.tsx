import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { BranchId } from '../../../../domain/values/ids'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useHref } from '../layout/page-frame'

/** The branch at whose desk a member of staff works. */
export interface Workplace {
  readonly branch: BranchId
  readonly name: TextInBothLanguages
}

/** The member of the query that names the branch of the desk. It stands in the address of every page of the desk. */
export const branchMember = 'branch'

/** The path of a page with the branch of the desk in its query. */
export const withBranch = (path: string, branch: BranchId): string =>
  `${path}${path.includes('?') ? '&' : '?'}${branchMember}=${branch}`

const WorkplaceContext = createContext<Workplace | undefined>(undefined)

/** Gives the parts of a page of the desk their workplace. */
export const WorkplaceProvider = WorkplaceContext.Provider

/** The workplace of the page that is rendered. Only parts of a page of the desk may call it. */
export const useWorkplace = (): Workplace => {
  const workplace = useContext(WorkplaceContext)
  if (workplace === undefined) throw new Error('a part of a page of the desk was rendered without a workplace')
  return workplace
}

/** The address of another page of the same workplace. */
export const useWorkplaceHref = (): ((path: string) => string) => {
  const { branch } = useWorkplace()
  const href = useHref()
  return (path) => href(withBranch(path, branch))
}

import { isBranchThere } from '../../../../domain/policy/branch'
import { BranchId } from '../../../../domain/values/ids'
import { branchMember, type Workplace } from '../../pages/staff/workplace'
import type { PageRequest } from '../page/site-page'

/** The branches at which there may be a desk today; empty when the policy names none. */
export const openBranches = ({ library }: Pick<PageRequest, 'library'>): ReadonlyArray<Workplace> => {
  const { policy, commandHandling } = library.useCaseDependencies
  const today = commandHandling.clock.today()
  return policy(today)
    .branches.filter(isBranchThere(today))
    .map(({ code, name }) => ({ branch: code, name }))
}

/** The workplace that the address names; undefined when it names none, or a branch that is not there. */
export const findWorkplace = (request: Pick<PageRequest, 'library' | 'query'>): Workplace | undefined => {
  const branch = request.query[branchMember]
  if (!BranchId.is(branch)) return undefined
  const branches = openBranches(request)
  return branches.length === 0
    ? { branch, name: { da: branch, en: branch } }
    : branches.find((workplace) => workplace.branch === branch)
}

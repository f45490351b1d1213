import type { BranchId } from '../../../../domain/values/ids'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { branchName } from '../../http/resources/policy/branch-name'
import type { PageRequest } from '../page/site-page'

type NameOf<B> = B extends null ? null : TextInBothLanguages

/** A row with the name of its branch; null where the row is about no branch. */
export const withBranchName =
  ({ library }: Pick<PageRequest, 'library'>) =>
  <B extends string | null, A extends { readonly branch: B }>(
    row: A,
  ): A & { readonly branchName: NameOf<A['branch']> } => {
    const name = row.branch === null ? null : branchName(library)(row.branch as BranchId)
    return { ...row, branchName: name as NameOf<A['branch']> }
  }

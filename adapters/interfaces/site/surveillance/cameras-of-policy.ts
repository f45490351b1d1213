import type { ShownCamera } from '../../pages/surveillance/shown-surveillance'
import type { PageRequest } from '../page/site-page'

/** The cameras that the policy of today names, with the names of their branches. */
export const camerasOfPolicy = ({ library }: Pick<PageRequest, 'library'>): ReadonlyArray<ShownCamera> => {
  const { policy, commandHandling } = library.useCaseDependencies
  return policy(commandHandling.clock.today()).branches.flatMap(({ code, name, cameras }) =>
    cameras.map((camera) => ({ branch: code, branchName: name, camera })),
  )
}

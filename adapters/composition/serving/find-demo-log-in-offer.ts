import type { DemoLogInOffer } from '../../interfaces/demo-log-in/demo-log-in-offer'
import { demoLogInUsers } from './demo-log-in-users'
import { findPresentDemoBorrowers } from './find-present-demo-borrowers'

/** Whom somebody may be at a log-in of the demo library as it is now. */
export const findDemoLogInOffer = async (
  ...library: Parameters<typeof findPresentDemoBorrowers>
): Promise<DemoLogInOffer> => {
  const { users, isFirstBorrowerForgotten } = await findPresentDemoBorrowers(...library)
  return { users: demoLogInUsers(users), isFirstBorrowerForgotten }
}

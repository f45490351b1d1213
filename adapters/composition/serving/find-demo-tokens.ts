import { findPresentDemoBorrowers } from './find-present-demo-borrowers'
import type { DemoToken, TokenVerification } from './token-verification'

/** The tokens of whom somebody may be in a demo library as it is now: of those whom its log-in offers, and of machines. */
export const findDemoTokens = async (
  makeDemoTokens: NonNullable<TokenVerification['makeDemoTokens']>,
  ...library: Parameters<typeof findPresentDemoBorrowers>
): Promise<ReadonlyArray<DemoToken>> => makeDemoTokens((await findPresentDemoBorrowers(...library)).users)

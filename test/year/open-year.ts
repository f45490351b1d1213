import { samePolicyEachDay } from '../../domain/policy/policy-by-day'
import { startSmtpServer } from '../fixtures/messages/smtp-server-under-test'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { policyOfYear } from './simulated-year'
import { startYear, type RunningYear } from './simulate-year'
import type { YearPlan } from './year-plan'

/** Opens a library in a temporary folder, with a mail server, as it is on the first day of a plan. */
export const withYear = (plan: YearPlan, seed: number, use: (running: RunningYear) => Promise<void>): Promise<void> =>
  withTemporaryFolder((folder) =>
    withLibraryIn(
      folder,
      async (library) => {
        const server = await startSmtpServer()
        try {
          await use(await startYear(library, folder, server, plan, seed))
        } finally {
          await server.close()
        }
      },
      { policy: samePolicyEachDay(policyOfYear), startOn: plan.startOn },
    ),
  )

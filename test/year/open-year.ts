import { samePolicyEachDay } from '../../domain/policy/policy-by-day'
import { startSmtpServer } from '../fixtures/messages/smtp-server-under-test'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { seedRandomness } from './seeded-crypto'
import { policyOfYear } from './simulated-year'
import type { TimeOfMessages } from './send-mail'
import { startYear, type RunningYear } from './simulate-year'
import type { YearPlan } from './year-plan'

/** Opens a library in a temporary folder, with a mail server, as it is on the first day of a plan. */
export const withYear = (plan: YearPlan, seed: number, use: (running: RunningYear) => Promise<void>): Promise<void> =>
  withTemporaryFolder((folder) => {
    seedRandomness(seed)
    const time: TimeOfMessages = { passed: 0 }
    const messageTime = { elapsed: () => time.passed }
    return withLibraryIn(
      folder,
      async (library) => {
        const server = await startSmtpServer()
        try {
          await use(await startYear(library, folder, { server, time }, plan, seed))
        } finally {
          await server.close()
        }
      },
      { policy: samePolicyEachDay(policyOfYear), startOn: plan.startOn, messageTime },
    )
  })

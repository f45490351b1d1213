import type { OpenRunningLibraryOptions } from '../../adapters/composition/open-running-library-options'
import { createCprRegisterFolder } from '../fixtures/cpr-register/cpr-register-folder'
import { createTestPaymentProvider } from '../fixtures/payments/test-payment-provider'
import { startSmtpServer } from '../fixtures/messages/smtp-server-under-test'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { seedRandomness } from './seeded-crypto'
import { policyByDayOfYear } from './simulated-year'
import type { TimeOfMessages } from './send-mail'
import { startYear, type RunningYear } from './simulate-year'
import type { YearPlan } from './year-plan'

/** Notes the alarms of a library. The mail server fails in some nights; nothing else may. */
const noteAlarm =
  (alarms: string[]): OpenRunningLibraryOptions['alarm'] =>
  (kind, details) => {
    if (kind !== 'MessagesNotSent') alarms.push(`${kind} ${JSON.stringify(details ?? {})}`)
  }

/** Opens a library in a temporary folder, with a mail server, as it is on the first day of a plan. */
export const withYear = (plan: YearPlan, seed: number, use: (running: RunningYear) => Promise<void>): Promise<void> =>
  withTemporaryFolder((folder) => {
    seedRandomness(seed)
    const time: TimeOfMessages = { passed: 0 }
    const alarms: string[] = []
    const cprRegister = createCprRegisterFolder()
    const paymentService = createTestPaymentProvider()
    const messageTime = { elapsed: () => time.passed }
    return withLibraryIn(
      folder,
      async (library) => {
        const server = await startSmtpServer()
        try {
          await use(
            await startYear({ library, cprRegister, alarms, paymentService }, folder, { server, time }, plan, seed),
          )
        } finally {
          await server.close()
          cprRegister.close()
        }
      },
      {
        policy: policyByDayOfYear,
        startOn: plan.startOn,
        messageTime,
        cprRegister: cprRegister.register,
        alarm: noteAlarm(alarms),
        paymentProvider: paymentService,
      },
    )
  })

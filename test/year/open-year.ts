import type { OpenRunningLibraryOptions } from '../../adapters/composition/open-running-library-options'
import { createCprRegisterFolder } from '../fixtures/cpr-register/cpr-register-folder'
import { startSmtpServer } from '../fixtures/messages/smtp-server-under-test'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { createDigitalPostOfYear } from './digital-post-of-year'
import { createPaymentServiceOfYear } from './payment-service-of-year'
import { seedRandomness } from './seeded-crypto'
import { policyByDayOfYear, type TimeOfYear } from './simulated-year'
import { startYear, type RunningYear } from './simulate-year'
import type { YearPlan } from './year-plan'

/** Notes the alarms of a library. The mail server fails in some nights; nothing else may. */
const noteAlarm =
  (alarms: string[]): OpenRunningLibraryOptions['alarm'] =>
  (kind, details) => {
    if (kind !== 'MessagesNotSent') alarms.push(`${kind} ${JSON.stringify(details ?? {})}`)
  }

/** Ms since the beginning of 1970, at the beginning of a year. */
const firstMoment = Date.UTC(2025, 11, 29, 8)

/** Opens a library in a temporary folder, with a mail server, as it is on the first day of a plan. */
export const withYear = (plan: YearPlan, seed: number, use: (running: RunningYear) => Promise<void>): Promise<void> =>
  withTemporaryFolder((folder) => {
    seedRandomness(seed)
    const time: TimeOfYear = { passed: 0 }
    const alarms: string[] = []
    const cprRegister = createCprRegisterFolder()
    const paymentService = createPaymentServiceOfYear()
    const digitalPost = createDigitalPostOfYear()
    const messageTime = { elapsed: () => time.passed }
    return withLibraryIn(
      folder,
      async (library) => {
        const server = await startSmtpServer()
        try {
          await use(
            await startYear(
              { library, cprRegister, alarms, paymentService, digitalPost, time },
              folder,
              { server, time },
              plan,
              seed,
            ),
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
        machineTime: () => firstMoment + time.passed,
        paymentProvider: paymentService,
        digitalPost,
      },
    )
  })

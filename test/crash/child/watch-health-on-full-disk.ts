import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { openRunningLibrary } from '../../../adapters/composition/open-running-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { emptyContact, openOptionsWithAlarm, personWithCard } from '../crash-library'

const liftLimit = (): void => void execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited'])

/**
 * Registers borrowers until the disk is full, and goes on for a while. Then makes room and waits, without a command,
 * until health is good again. Prints what health and alarms say meanwhile, as one line of JSON.
 */
const main = async (folder: string): Promise<void> => {
  const alarms: unknown[] = []
  const options = openOptionsWithAlarm(() => undefined)
  const system = rightOrThrow(
    await openRunningLibrary(folder, { ...options, alarm: (kind, details) => alarms.push({ kind, ...details }) })(),
  )
  const register = (count: number) => {
    const number = String(1_000_000_000 + count)
    return registerBorrower(system.useCaseDependencies)({
      at: system.useCaseDependencies.commandHandling.clock.now(),
      origin: unkeyedOrigin,
      person: { ...personWithCard(number), number, cpr: null },
      contactDetails: emptyContact,
      presentedCard: { number, pin: null },
    })()
  }
  const before = await system.checkHealth()
  let count = 1
  while (E.isRight(await register(count))) count += 1
  for (let again = 0; again < 20; again += 1) await register(count + again)
  const whileFull = await system.checkHealth()
  const processWhileFull = await system.checkProcess()
  liftLimit()
  while (!(await system.checkHealth()).ok) await setTimeout(100)
  const registered = E.isRight(await register(count + 100))
  const after = await system.checkHealth()
  console.log(JSON.stringify({ before, whileFull, processWhileFull, after, registered, alarms }))
  process.exit(0)
}

void main(process.argv[2] ?? '')

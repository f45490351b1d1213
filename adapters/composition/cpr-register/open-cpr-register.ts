import type { CprRegister } from '../../../domain/ports/cpr-register'
import { openCprRegisterFolder } from '../../outside/cpr-register/open-cpr-register-folder'
import { todayByMachineClock } from '../../system/clock/today-by-machine-clock'
import { systemRandom } from '../../system/random/system-random'
import type { Logger } from '../../system/telemetry/logger'
import { writeAlarmsToProcessLog } from '../write-alarms-to-process-log'

/** Opens the register in a folder. A delivery that lacks its end is an alarm: it names the file alone. */
export const openCprRegister = (folder: string, logger: Pick<Logger, 'error'>): CprRegister =>
  openCprRegisterFolder(
    folder,
    ({ file }) => {
      writeAlarmsToProcessLog(logger)('CprDeliveryIncomplete', { file })
    },
    { today: todayByMachineClock, newVersion: systemRandom.uuid },
  )

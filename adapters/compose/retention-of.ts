import * as E from 'fp-ts/Either'
import type { ClosingError } from '../../domain/acts/closing-error'
import type { Day } from '../../domain/language/day'
import { standingOf } from '../../retention/worker/standing'
import type { WorkerPorts } from '../../retention/worker/ports'
import type { Keep } from '../running/keeper'
import type { RetentionReport, RetentionService } from '../running/retention-service'
import { told } from './told'

const failedClosing = (error: ClosingError): string =>
  error._tag === 'ClosingRefused' ? `${error._tag}: ${error.step}, ${error.because}` : error._tag

/** The retention worker as a service: days that are over are closed first, and then what is due is erased. */
export const retentionOf = (
  ports: WorkerPorts,
  keep: Keep<ClosingError>,
  unclosed: () => Promise<ReadonlyArray<Day>>,
  confirm: (day: Day) => void,
): RetentionService => {
  const status = async (): Promise<RetentionReport> => {
    const days = await unclosed()
    const after = standingOf(ports)(await ports.followers())
    return told({ found: after.due, after, erased: {}, runs: 0, orphans: 0, refused: [], failed: [] }, days.length)
  }
  return {
    status,
    run: async () => {
      const kept = await keep(() => undefined)()
      if (E.isRight(kept)) return told(kept.right, (await unclosed()).length)
      const now = await status()
      return { ...now, failed: [...now.failed, failedClosing(kept.left)] }
    },
    confirmDate: (today) => {
      confirm(today)
      return Promise.resolve()
    },
  }
}

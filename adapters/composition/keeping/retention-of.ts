import * as E from 'fp-ts/Either'
import type { ClosingError } from '../../../domain/use-cases/closing-error'
import type { Day } from '../../../domain/values/day'
import { standingOf } from '../../../retention/worker/standing'
import type { WorkerPorts } from '../../../retention/worker/ports'
import type { Report } from '../../../retention/worker/report'
import type { Keep } from '../../processes/running/keeper'
import type { RetentionReport, RetentionService } from '../../processes/running/retention-service'
import { failuresOf, told } from './told'

const failedClosing = (error: ClosingError): string =>
  error._tag === 'ClosingRefused' ? `${error._tag}: ${error.step}, ${error.because}` : error._tag

const failuresIn = (kept: E.Either<ClosingError, Report>): ReadonlyArray<string> =>
  E.isRight(kept) ? failuresOf(kept.right) : [failedClosing(kept.left)]

/** Keeping up, with what the last time could not do: told by every status until a later time can. */
interface Remembering {
  readonly keep: Keep<ClosingError>
  readonly failedLast: () => ReadonlyArray<string>
}

/** Remembers what failed the last time that days were closed and due scopes erased, whoever asked for it. */
export const remembering = (keep: Keep<ClosingError>): Remembering => {
  let last: ReadonlyArray<string> = []
  return {
    keep: (toldOf) => async () => {
      const kept = await keep(toldOf)()
      last = failuresIn(kept)
      return kept
    },
    failedLast: () => last,
  }
}

/** The retention worker as a service: days that are over are closed first, and then what is due is erased. */
export const retentionOf = (
  ports: WorkerPorts,
  { keep, failedLast }: Remembering,
  unclosed: () => Promise<ReadonlyArray<Day>>,
  confirm: (day: Day) => void,
): RetentionService => {
  const status = async (): Promise<RetentionReport> => {
    const days = await unclosed()
    const after = standingOf(ports)(await ports.followers())
    const now = told({ found: after.due, after, erased: {}, runs: 0, orphans: 0, refused: [], failed: [] }, days.length)
    return { ...now, failed: failedLast() }
  }
  return {
    status,
    run: async () => {
      const kept = await keep(() => undefined)()
      return E.isRight(kept) ? told(kept.right, (await unclosed()).length) : status()
    },
    confirmDate: (today) => {
      confirm(today)
      return Promise.resolve()
    },
  }
}

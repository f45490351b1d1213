import * as E from 'fp-ts/Either'
import { addDays } from '../../../domain/values/day'
import { openCodedStores } from '../../fixtures/open-coded-stores'
import { openingDay } from '../../fixtures/running-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { AroundPort } from '../../retention/life-of-keys/around-ports'
import type { DurableLibrary } from '../../retention/life-of-keys/durable-library'
import { escrowDays, startProcess, type LibraryProcess } from '../../retention/life-of-keys/library-process'
import type { KilledWork } from './crash-points'

const works: Readonly<Record<KilledWork, (process: LibraryProcess) => Promise<unknown>>> = {
  erase: ({ runWorker }) => runWorker(),
  roll: async ({ roll }) => rightOrThrow(await roll()),
  destroy: async ({ destroyDueEpochs }) => rightOrThrow(await destroyDueEpochs()),
}

/** Kills this process after the n-th call of a port. */
const killAfter = (last: string, call: number): AroundPort => {
  let calls = 0
  return async (port, work) => {
    const answer = await work()
    if (port === last && (calls += 1) === call) process.kill(process.pid, 'SIGKILL')
    return answer
  }
}

/** Erases, rolls the epoch, or destroys a retired one in a data folder, until the process kills itself. */
const main = async (work: KilledWork, folder: string, port: string, call: string): Promise<void> => {
  const { keyStore, ring, logs } = await openCodedStores(folder)
  const library: DurableLibrary = {
    keys: {
      store: () => keyStore,
      copy: () => Promise.resolve({ rows: [] }),
      restore: () => Promise.resolve(),
      close: keyStore.close,
    },
    ring: { open: () => ring, copy: () => ring },
    ...{ logs, elapsed: 0, receipt: [], held: new Set(), written: [], processes: new Set() },
    today: work === 'destroy' ? addDays(escrowDays)(openingDay) : openingDay,
  }
  const worker = startProcess(library, killAfter(port, Number(call)))
  if (E.isLeft(await worker.catchUp())) throw new Error('the logs cannot be read')
  await works[work](worker)
}

const [work = '', folder = '', port = '', call = ''] = process.argv.slice(2)
void main(work as KilledWork, folder, port, call)

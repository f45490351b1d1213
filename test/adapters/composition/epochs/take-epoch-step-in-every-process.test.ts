import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { takeEpochStepInEveryProcess } from '../../../../adapters/composition/epochs/take-epoch-step-in-every-process'
import type {
  ProcessRegistry,
  RequestedEpochStep,
} from '../../../../adapters/processes/process-registry/process-registry'
import type { EpochStep } from '../../../../retention/epochs/epoch-step'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { sharedMemoryStores } from '../../../fixtures/shared-memory-stores'
import { waitUntil } from '../../../fixtures/wait-until'

const begun: EpochStep = { step: 'begun', epoch: 2, fingerprint: '00ff' }

/** Two registered processes, of which the first asks. */
const twoProcesses = (overrides: Partial<ProcessRegistry> = {}, isTimePassing = false) => {
  const { storesOf } = sharedMemoryStores()
  const [first, second] = [storesOf('first'), storesOf('second')].map(({ coordination }): ProcessRegistry => ({
    ...coordination.processRegistry,
    confirmationTimeMs: 1000,
  })) as [ProcessRegistry, ProcessRegistry]
  const stop = new AbortController()
  const taken: EpochStep[] = []
  let now = 0
  const confirm = takeEpochStepInEveryProcess({
    registry: { ...first, ...overrides },
    clock: { elapsed: () => (now += isTimePassing ? 400 : 0) },
    takeStep: (step) => TE.fromIO(() => void taken.push(step)),
    stop: stop.signal,
  })
  return { confirm, second, stop, taken }
}

/** The step that another process has asked for. */
const findRequestedStep = async ({ latestEpochStep }: ProcessRegistry): Promise<RequestedEpochStep> => {
  let latest: RequestedEpochStep | undefined
  await waitUntil(async () => {
    latest = rightOrThrow(await latestEpochStep())
    return latest !== undefined
  })
  if (latest === undefined) throw new Error('no step was asked for')
  return latest
}

describe('a step of a roll that all processes must confirm', () => {
  it('is taken in the process that asks, and confirmed when the other has confirmed', async () => {
    const { confirm, second, taken } = twoProcesses()
    const confirmed = confirm(begun)()
    const { request, ...step } = await findRequestedStep(second)
    expect(step).toEqual({ ...begun, isConfirmed: false })
    await second.confirmEpochStep(request)()
    expect([await confirmed, taken]).toEqual([E.right(undefined), [begun]])
  })

  it('waits no longer than a process that has ended is registered, and says for how many', async () => {
    const { confirm } = twoProcesses({}, true)
    expect(await confirm(begun)()).toEqual(
      E.left({
        _tag: 'EpochStepWaits',
        reason:
          '1 process of the library has not confirmed the reading of epoch 2 of the ring: GET /health of each process says why',
      }),
    )
  })

  it('is not waited for by a library that is closed', async () => {
    const { confirm, stop } = twoProcesses({ confirmationTimeMs: Infinity })
    stop.abort()
    expect(await confirm(begun)()).toMatchObject({ left: { _tag: 'EpochStepWaits' } })
  })

  it('is not confirmed when another process has asked for another step meanwhile: it has taken over the roll', async () => {
    const { confirm, second } = twoProcesses({ confirmationTimeMs: Infinity })
    const confirmed = confirm(begun)()
    await findRequestedStep(second)
    await second.requestEpochStep({ ...begun, step: 'moved' })()
    expect(await confirmed).toMatchObject({ left: { _tag: 'TakenOver' } })
  })
})

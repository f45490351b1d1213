import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { memoryRingOf } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { createMemoryKeyStore } from '../../../adapters/stores/keystore/memory/memory-key-store'
import type { NewScope } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import type { EpochStep } from '../../../retention/epochs/epoch-step'
import { rewrapThroughRing } from '../../../retention/epochs/rewrap-through-ring'
import { rollEpoch, type RollPorts } from '../../../retention/epochs/roll-epoch'
import { takeEpochStep } from '../../../retention/epochs/take-epoch-step'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { generateKekRingContent } from '../../../retention/keys/make-kek-ring-from-content'
import { kekRingAtAcceptedEpoch } from '../../../retention/keys/kek-ring-at-accepted-epoch'
import { exampleSealContext, randomScopeId } from '../../fixtures/keys-under-test'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const today = '2026-03-05' as Day

/** A process died: nothing after it runs. */
export class Killed extends Error {}

/** How a roll is interrupted: before which call of a port, and whether that call still happens after all later rolls. */
export interface Interruption {
  readonly beforeCall: number
  readonly isLate: boolean
}

/** What a process was about to do when it was paused. The check of the lease is behind it. */
type LateCall = () => Promise<unknown>

/**
 * Processes with a ring of wrapping keys and a key store that they share. Each has its own memory: the epochs that it has
 * read, its keys, the epoch of its read models.
 */
export const processesUnderTest = () => {
  const content = generateKekRingContent()
  const openRing = memoryRingOf(content).open
  const store = createMemoryKeyStore(content.library)
  const alarms: string[] = []
  const lateCalls: LateCall[] = []
  const sealed: Array<readonly [NewScope, Uint8Array]> = []

  const newProcess = () => {
    const ring = kekRingAtAcceptedEpoch(openRing(), store.acceptedEpoch)
    const state = { readModels: 0 }
    const newKeys = () =>
      makeCachingScopeKeys({
        ...{ store, ring, capacity: 100 },
        isEnded: () => false,
        clock: { elapsed: () => 0 },
        alarm: (kind) => alarms.push(kind),
      })
    const moveReadModels = (epoch: number) => TE.fromIO(() => void (state.readModels = epoch))
    return { ring, state, newKeys, takeStep: takeEpochStep({ ring, moveReadModels }), moveReadModels, isPaused: false }
  }
  type Process = ReturnType<typeof newProcess>
  const processes: Process[] = [newProcess(), newProcess(), newProcess()]
  const processAt = (at: number): Process => processes[at % processes.length] ?? newProcess()

  /** Every process that is not paused takes the step; a paused one counts as ended. */
  const confirmEverywhere = (step: EpochStep) => async () => {
    for (const each of processes) {
      const taken = each.isPaused ? E.right(undefined) : await each.takeStep(step)()
      if (E.isLeft(taken)) return E.left({ _tag: 'EpochStepWaits' as const, reason: taken.left.reason })
    }
    return E.right(undefined)
  }

  const portsOf = (process: Process, interruption: Interruption | undefined): RollPorts => {
    let calls = 0
    let isTakenOver = false
    const interrupted =
      <Arguments extends ReadonlyArray<unknown>, Err, A>(port: (...args: Arguments) => TE.TaskEither<Err, A>) =>
      (...args: Arguments): TE.TaskEither<Err, A> =>
      async () => {
        if (isTakenOver) throw new Killed()
        if (calls === interruption?.beforeCall) {
          isTakenOver = true
          if (interruption.isLate) lateCalls.push(port(...args))
          throw new Killed()
        }
        calls += 1
        return port(...args)()
      }
    const { ring, moveReadModels } = process
    const interruptedStore = {
      ...store,
      replace: interrupted(store.replace),
      refuseEpochsBefore: interrupted(store.refuseEpochsBefore),
    }
    return {
      ring: {
        ...ring,
        reload: interrupted(() => ring.reload)(),
        beginEpoch: interrupted(ring.beginEpoch),
        retireEpoch: interrupted(ring.retireEpoch),
      },
      store: interruptedStore,
      startRewrapping: rewrapThroughRing({
        ring,
        store: interruptedStore,
        isEnded: () => false,
        elapsed: () => 0,
        giveWay: () => Promise.resolve(),
      }),
      elapsed: () => 0,
      giveWay: () => Promise.resolve(),
      alarm: (kind) => alarms.push(kind),
      catchUpSchedule: TE.right(undefined),
      checkpointKeyStore: interrupted((): RollPorts['checkpointKeyStore'] => TE.right(undefined))(),
      moveReadModels: interrupted(moveReadModels),
      confirmEverywhere: interrupted(confirmEverywhere),
      today: () => today,
    }
  }

  return {
    alarms,
    store,
    processes,
    processAt,
    roll: (at: number) => rollEpoch(portsOf(processAt(at), undefined))(),
    /** Rolls until the interruption. A killed process is started again; a paused one goes on with its call later. */
    rollInterrupted: async (at: number, interruption: Interruption): Promise<void> => {
      try {
        await rollEpoch(portsOf(processAt(at), interruption))()
      } catch (error) {
        if (!(error instanceof Killed)) throw error
      }
      if (!interruption.isLate) processes[at % processes.length] = newProcess()
      else processAt(at).isPaused = lateCalls.length > 0
    },
    /** Every process goes on: the paused ones with the call before which they were paused. */
    resumeAll: async (): Promise<void> => {
      for (const call of lateCalls.splice(0)) await call()
      for (const each of processes) each.isPaused = false
    },
    /** Makes a key in a process, and seals a text under it. */
    seal: async (at: number): Promise<void> => {
      const scope: NewScope = { scope: randomScopeId(), class: 'borrower' }
      const keys = processAt(at).newKeys()
      rightOrThrow(await keys.createKeys([scope])())
      const parts = [{ ...scope, value: randomUUID() }]
      sealed.push([scope, rightOrThrow(await keys.sealParts(exampleSealContext(), parts)())])
    },
    /** What the process, without cached keys, answers for everything that was sealed. */
    opens: async (process: Process): Promise<ReadonlySet<string>> => {
      const keys = process.newKeys()
      const answers = new Set<string>()
      for (const [scope, bytes] of sealed) {
        const [part] = await keys.openParts(exampleSealContext(), bytes, [scope])()
        answers.add(part?._tag ?? 'none')
      }
      return answers
    },
    epochsOfRows: async (): Promise<ReadonlySet<number>> => {
      const rows = await store.livingPage(undefined, 1000)()
      if (E.isLeft(rows)) throw new Error(keysUnavailable('').reason)
      return new Set(rows.right.map(({ epoch }) => epoch))
    },
  }
}

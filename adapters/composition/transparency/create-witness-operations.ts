import * as E from 'fp-ts/Either'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Leases } from '../../../domain/ports/leases'
import { daysBetween } from '../../../domain/values/day'
import { dayOf, type Instant } from '../../../domain/values/instant'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { runTaskUnderLease } from '../../processes/leases/run-task-under-lease'
import type { TransparencyOperations, WitnessProblem } from '../../processes/running-library/transparency-operations'
import {
  contradictsWitness,
  cosignHead,
  cosigningErrorText,
  type CosigningDependencies,
} from '../../processes/transparency/cosign-heads'
import { findNewestCosigning, timeOfCosigning } from '../../processes/transparency/newest-cosignature'
import { lastHead } from '../../processes/transparency/sign-heads'
import type { Witness } from '../../outside/witnesses/submit-head'
import type { SignedHead } from '../../stores/heads/head-store'

export interface WitnessDependencies extends CosigningDependencies {
  readonly witnesses: ReadonlyArray<Witness>
  readonly leases: Leases
  readonly alarm: AlarmReporter
  /** The present time of the world: cosignatures bear it. */
  readonly worldTime: () => Instant
}

/** The lease under which one process at a time sends heads to witnesses. */
const witnessLeaseName = 'witnesses'

const placeOf = (log: LogName, { key }: Witness): string => `${log} ${key.name}`

/** A head that a witness has not cosigned. */
interface HeadToCosign {
  readonly log: LogName
  readonly head: SignedHead
  readonly witness: Witness
}

/**
 * Sends the newest head of each log to every witness that has not cosigned it: one process of a cluster at a time, which
 * finds what another one has got. A witness that does not answer raises `WitnessGivesNoCosignature`, and one that has signed
 * another tree `LogDiffersFromWitness`; both are tried again, with the newest head at that time.
 */
export const createWitnessOperations = (
  dependencies: WitnessDependencies,
): Pick<TransparencyOperations, 'cosignHeads' | 'witnessProblems' | 'witnessStatuses'> => {
  const { heads, witnesses, leases, alarm, worldTime } = dependencies
  const problems = new Map<string, WitnessProblem>()
  const failedPosts = new Map<string, number>()
  /** The sizes of the last heads that witnesses have cosigned, as far as this process knows. */
  const cosignedSizes = new Map<string, number>()
  /** When witnesses have last cosigned a head, in seconds since 1970; undefined when none is found. */
  const cosigningTimes = new Map<string, number | undefined>()
  const noteCosignature = async ({ log, head, witness }: HeadToCosign): Promise<boolean> => {
    const place = placeOf(log, witness)
    const time = timeOfCosigning(witness)(head)
    if (time !== undefined) {
      cosigningTimes.set(place, time)
      problems.delete(place)
    } else if (!cosigningTimes.has(place)) cosigningTimes.set(place, await findNewestCosigning(heads, witness, log))
    return time !== undefined
  }
  /** Notes which newest heads witnesses have cosigned, whichever process sent them; answers those that they have not. */
  const noteCosignatures = async (): Promise<ReadonlyArray<HeadToCosign>> => {
    const found: HeadToCosign[] = []
    for (const log of witnesses.length === 0 ? [] : logNames) {
      const head = await lastHead(heads)(log)()
      if (E.isLeft(head) || head.right === undefined) continue
      for (const witness of witnesses) {
        const candidate = { log, head: head.right, witness }
        if (!(await noteCosignature(candidate))) found.push(candidate)
      }
    }
    return found
  }
  const cosignBy = async ({ log, head, witness }: HeadToCosign): Promise<void> => {
    const place = placeOf(log, witness)
    const cosigned = await cosignHead(dependencies)(witness, log, head, cosignedSizes.get(place) ?? 0)()
    if (E.isRight(cosigned)) {
      cosignedSizes.set(place, head.size)
      return
    }
    const isContradiction = contradictsWitness(cosigned.left)
    failedPosts.set(place, (failedPosts.get(place) ?? 0) + 1)
    problems.set(place, { log, witness: witness.key.name, problem: cosigningErrorText(cosigned.left), isContradiction })
    alarm(isContradiction ? 'LogDiffersFromWitness' : 'WitnessGivesNoCosignature', { store: place })
  }
  /** 0 for a time that is yet to come, as a witness may write it. */
  const ageInDays = (seconds: number): number => {
    const now = worldTime()
    const then = new Date(Math.min(seconds * 1000, Date.parse(now))).toISOString() as Instant
    return daysBetween(dayOf(then))(dayOf(now))
  }
  return {
    cosignHeads: async (isStopping = () => false) => {
      if ((await noteCosignatures()).length === 0) return
      await runTaskUnderLease(
        leases,
        alarm,
      )({
        ...{ lease: witnessLeaseName, isStopping },
        run: async (mayContinue) => {
          for (const candidate of await noteCosignatures()) if (await mayContinue()) await cosignBy(candidate)
        },
      })
      await noteCosignatures()
    },
    witnessProblems: () => [...problems.values()],
    witnessStatuses: () =>
      logNames.flatMap((log) =>
        witnesses.map((witness) => {
          const time = cosigningTimes.get(placeOf(log, witness))
          return {
            ...{ log, witness: witness.key.name, failedPosts: failedPosts.get(placeOf(log, witness)) ?? 0 },
            cosignatureAgeDays: time === undefined ? null : ageInDays(time),
          }
        }),
      ),
  }
}

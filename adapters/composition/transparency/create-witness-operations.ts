import * as E from 'fp-ts/Either'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { WitnessProblem } from '../../processes/running-library/transparency-operations'
import {
  contradictsWitness,
  cosignHead,
  cosigningErrorText,
  isCosignedBy,
  type CosigningDependencies,
} from '../../processes/transparency/cosign-heads'
import { lastHead } from '../../processes/transparency/sign-heads'
import type { Witness } from '../../outside/witnesses/submit-head'
import type { SignedHead } from '../../stores/heads/head-store'

interface WitnessDependencies extends CosigningDependencies {
  readonly witnesses: ReadonlyArray<Witness>
  readonly alarm: AlarmReporter
}

/** Sends the newest head of each log to every witness that has not cosigned it. */
interface WitnessOperations {
  readonly cosignHeads: () => Promise<void>
  readonly problems: () => ReadonlyArray<WitnessProblem>
}

const placeOf = (log: LogName, { key }: Witness): string => `${log} ${key.name}`

/**
 * A witness that does not answer raises `WitnessGivesNoCosignature`, and one that has signed another tree
 * `LogDiffersFromWitness`; both are tried again, with the newest head at that time.
 */
export const createWitnessOperations = (dependencies: WitnessDependencies): WitnessOperations => {
  const { heads, witnesses, alarm } = dependencies
  const problems = new Map<string, WitnessProblem>()
  /** The sizes of the last heads that witnesses have cosigned, as far as this process knows. */
  const cosignedSizes = new Map<string, number>()
  const cosignBy = async (witness: Witness, log: LogName, head: SignedHead): Promise<void> => {
    const place = placeOf(log, witness)
    const cosigned = await cosignHead(dependencies)(witness, log, head, cosignedSizes.get(place) ?? 0)()
    if (E.isRight(cosigned)) {
      cosignedSizes.set(place, head.size)
      problems.delete(place)
      return
    }
    const isContradiction = contradictsWitness(cosigned.left)
    problems.set(place, { log, witness: witness.key.name, problem: cosigningErrorText(cosigned.left), isContradiction })
    alarm(isContradiction ? 'LogDiffersFromWitness' : 'WitnessGivesNoCosignature', { store: place })
  }
  return {
    cosignHeads: async () => {
      for (const log of logNames) {
        const head = await lastHead(heads)(log)()
        if (E.isLeft(head) || head.right === undefined) continue
        for (const witness of witnesses)
          if (!isCosignedBy(witness)(head.right)) await cosignBy(witness, log, head.right)
      }
    },
    problems: () => [...problems.values()],
  }
}

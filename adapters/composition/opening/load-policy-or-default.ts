import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { samePolicyEachDay, type PolicyByDay } from '../../../domain/policy/policy-by-day'
import type { Ore } from '../../../domain/values/ore'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readStoredPolicyFile } from './stored-policy-file'
import { parsePolicyFile } from '../../stores/policy-file/parse-policy-file'
import { policyFileMessage } from '../../stores/policy-file/policy-file-message'
import { toPolicyByDay } from '../../stores/policy-file/to-policy'

/** A policy file cannot be read, or has errors. The message names each of them. */
export interface PolicyFileIsWrong {
  readonly _tag: 'PolicyFileIsWrong'
  readonly message: string
}

/** A policy file that a command names: its path, and its text. */
export interface NamedPolicyFile {
  readonly path: string
  readonly text: string
}

const wrongFile = (message: string): PolicyFileIsWrong => ({ _tag: 'PolicyFileIsWrong', message })

const policyOfText = ({ path, text }: NamedPolicyFile): E.Either<PolicyFileIsWrong, PolicyByDay> =>
  pipe(
    parsePolicyFile(text),
    E.bimap((errors) => wrongFile(policyFileMessage(path)(errors)), toPolicyByDay),
  )

/** What a command says of the policy. */
interface PolicyChoice {
  readonly policyFile?: NamedPolicyFile | undefined
  /** Another handling fee than that of the policy, in øre. */
  readonly handlingFee?: Ore
}

const withHandlingFee =
  (handlingFee: Ore | undefined) =>
  (policy: PolicyByDay): PolicyByDay =>
    handlingFee === undefined ? policy : (day) => ({ ...policy(day), fees: { ...policy(day).fees, handlingFee } })

const policyOfStoredFile = (layout: DataFolderLayout): E.Either<PolicyFileIsWrong, PolicyByDay> =>
  pipe(
    readStoredPolicyFile(layout),
    E.mapLeft(wrongFile),
    E.chain((text) =>
      text === undefined
        ? E.right(samePolicyEachDay(defaultLibraryPolicy))
        : policyOfText({ path: layout.policy, text }),
    ),
  )

/** The policy of the file that the command names, or of the one that the folder stores, or else the default policy. */
export const loadPolicyOrDefault = (
  layout: DataFolderLayout,
  { policyFile, handlingFee }: PolicyChoice,
): E.Either<PolicyFileIsWrong, PolicyByDay> =>
  pipe(
    policyFile === undefined ? policyOfStoredFile(layout) : policyOfText(policyFile),
    E.map(withHandlingFee(handlingFee)),
  )

import { readFile } from 'node:fs/promises'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { decodePolicyFileBytes } from '../../../stores/policy-file/decode-policy-file-bytes'
import { exampleOfPolicyFile } from '../../../stores/policy-file/example-of-policy-file'
import { parsePolicyFile } from '../../../stores/policy-file/parse-policy-file'
import { policyFileMessage } from '../../../stores/policy-file/policy-file-message'
import { policySchemaDocument } from '../../../stores/policy-file/policy-schema'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'

/** Names every error of a policy file. Exit code 1 when it has one, 2 when it cannot be read. */
export const policyCheckCommand =
  (file: string) =>
  async (output: CliOutput): Promise<ExitCode> => {
    const bytes = await readFile(file).catch(() => undefined)
    if (bytes === undefined) {
      output.writeProblem(`The policy file ${file} cannot be read. Give the path of a file that exists.`)
      return exitCode.usage
    }
    const parsed = pipe(decodePolicyFileBytes(bytes), E.chain(parsePolicyFile))
    if (parsed._tag === 'Left') {
      output.writeProblem(policyFileMessage(file)(parsed.left))
      return exitCode.refused
    }
    const versions = parsed.right.versions.map(({ from }) => from).join(', ')
    output.writeLine(`The policy file ${file} has no errors. Its versions are in force from: ${versions}.`)
    return exitCode.done
  }

/** Prints the JSON Schema of a policy file. */
export const policySchemaCommand = (output: CliOutput): Promise<ExitCode> => {
  output.writeLine(JSON.stringify(policySchemaDocument, null, 2))
  return Promise.resolve(exitCode.done)
}

/** Prints the policy file of the demo library. */
export const policyExampleCommand = (output: CliOutput): Promise<ExitCode> => {
  output.writeLine(exampleOfPolicyFile.trimEnd())
  return Promise.resolve(exitCode.done)
}

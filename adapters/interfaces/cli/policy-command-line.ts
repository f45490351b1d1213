import path from 'node:path'
import type { Command as Program } from 'commander'
import { policyCheckCommand, policyExampleCommand, policySchemaCommand } from './commands/policy-commands'
import type { ExitCode } from './exit-code'
import type { CliOutput } from './cli-output'

/** Adds `policy check FILE`, `policy schema` and `policy example`. They need no library. */
export const addPolicyCommands = (
  program: Program,
  cwd: string,
  acceptRun: (run: (output: CliOutput) => Promise<ExitCode>) => void,
): void => {
  const policy = program.command('policy').description('write and check a policy file')
  policy
    .command('check')
    .description('check a policy file, and name every error in it')
    .argument('<file>', 'the policy file')
    .action((file: string) => {
      acceptRun(policyCheckCommand(path.resolve(cwd, file)))
    })
  policy
    .command('schema')
    .description('print the JSON Schema of a policy file')
    .action(() => {
      acceptRun(policySchemaCommand)
    })
  policy
    .command('example')
    .description('print the policy file of the demo library')
    .action(() => {
      acceptRun(policyExampleCommand)
    })
}

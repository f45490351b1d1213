import type { Command as Program } from 'commander'
import type { AcceptCommand } from './cli-command'
import { keysRollCommand } from './commands/keys-roll-command'
import { keysStatusCommand } from './commands/keys-status-command'

/** Adds the commands `keys status` and `keys roll`. */
export const addKeysCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  const keys = program.command('keys').description('the keys that seal personal data, and those that wrap them')
  keys
    .command('status')
    .description('count the keys')
    .action(() => acceptCommand(keysStatusCommand))
  keys
    .command('roll')
    .description('begin the next epoch: wrap every living key anew, and put the old wrapping key into escrow')
    .action(() => acceptCommand(keysRollCommand))
}

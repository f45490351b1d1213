import type { Command as Program } from 'commander'
import { CollectionFileId } from '../../../domain/values/ids'
import { rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import { confirmCollectionFileCommand, makeCollectionFileCommand } from './commands/collection-commands'

const parseFile = (text: string): CollectionFileId =>
  CollectionFileId.is(text) ? text : rejectArgument('the id of a file to the collector')

/** Adds the commands `collection make-file` and `collection confirm`. */
export const addCollectionCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  const collection = program.command('collection').description('debts that are passed on for collection')
  collection
    .command('make-file')
    .description('write a file of all debts that are ready, encrypted to its recipient; the library does not keep it')
    .argument('<path>', 'where to write it; nothing may stand there')
    .action((path: string) => acceptCommand((commandLine) => makeCollectionFileCommand(commandLine, path)))
  collection
    .command('confirm')
    .description('record that a file was handed out: its debts are passed on')
    .argument('<file>', 'its id', parseFile)
    .action((file: CollectionFileId) => acceptCommand((commandLine) => confirmCollectionFileCommand(commandLine, file)))
}

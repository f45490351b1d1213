import {
  erasedByPurgeFrom,
  erasedWithoutPurgeWhen,
  notErasedAsNobodyIsNamed,
  type DeclaredFileStore,
} from '../../../retention/derived-stores/derived-store'
import { heldInShortTermStore } from './held-in-short-term-store'

const file = (name: string, holds: string, erasure = notErasedAsNobodyIsNamed): DeclaredFileStore => ({
  name,
  holds,
  erasure,
})

/** The files that are no databases, and the sinks of lines. The ring is no derived store, but it lies here by default. */
export const declaredLibraryFiles: ReadonlyArray<DeclaredFileStore> = [
  file('folder.json', 'the format of the folder, the kind of its clock, and what the folder must have'),
  file('clock.json', 'the day of a simulated clock'),
  file('policy.json', 'the policy of the library'),
  file('owner.db', 'nothing: a process locks it'),
  file('moved', 'that logs and keys were moved to servers'),
  file('restoring', 'that a restore is under way'),
  file('accepted-losses.json', 'the ids of scopes whose keys are lost, as an administrator has accepted'),
  file('key-backup.json', 'the day of the newest backup of the keys, and the day since which one is needed'),
  file('ring-token.json', 'random texts by which the ring knows the folder'),
  file('demo-collector-key.json', 'the private key of the invented collector of a demo library'),
  file('writing-in-bulk', 'that the files are written in bulk'),
  file('views/damaged-events.json', 'places, digests and scope ids of damaged events'),
  file('ring/library.json', 'the id of the library, and the key that verifies certificates'),
  file('ring/used-by.json', 'which data folder uses the ring'),
  file('ring/key-backup.json', 'the day of the newest backup of keys that are on servers'),
  file('ring/has-erasure-receipt', 'that processes which share the ring have an erasure receipt'),
  file('ring/signing.pem', 'the key that signs certificates'),
  file(
    'ring/epoch-N.json',
    'the wrapping key of an epoch, or a key that it has wrapped in a hardware module, and a code over what of the ring outlives it',
  ),
  file('ring/read-models-N.json', 'the key of the read models of an epoch'),
  file(
    'ring/escrow/escrow-N.json',
    'the wrapping key of a retired epoch, or a key that it has wrapped in a hardware module',
  ),
  file('ring/escrow/destroyed-N.json', 'that a wrapping key was destroyed, and on which day'),
  file('ring/ended-epochs.json', 'up to which epoch all wrapping keys are destroyed'),
  file('ring/event-codes.json', 'the keys of the codes of events, and the digests of the events without one'),
  file('ring-receipts/erasure-receipt', 'the ids of erased borrowers, encrypted'),
  file(
    'outbox/MESSAGE.txt',
    'a message to a borrower, with the address, for which no mail server or gateway is named',
    erasedByPurgeFrom('outbox'),
  ),
  file(
    'digital-post/REFERENCE.xml',
    'a mail for Digital Post with the CPR number of its recipient, until another program fetches it, at most 30 days',
    erasedByPurgeFrom('mails for Digital Post'),
  ),
  file(
    'short-term.json',
    `the short-term store of a library that is stopped: ${heldInShortTermStore}`,
    erasedWithoutPurgeWhen(
      'the library is opened next, before anything else is erased, or the key of the epoch is destroyed',
    ),
  ),
  file(
    'footage/FOOTAGE',
    'the content of a recording of video surveillance, encrypted under a key of its scope; the variable FOOTAGE names another folder, which all processes of a library on servers share',
    erasedByPurgeFrom('files of recordings'),
  ),
  file(
    'deliveries of the CPR register',
    'persons, strangers included; CPR_REGISTER names the folder',
    erasedWithoutPurgeWhen('it is applied: the file is overwritten and removed'),
  ),
  file(
    'subscriptions of the CPR register',
    'the CPR numbers whose changes the library asks for',
    erasedWithoutPurgeWhen('the subscription ends: before the erasure, or by the next comparison with the register'),
  ),
  file('log of the process', 'alarms and unexpected errors, with the day or month only'),
  file('metrics and spans', 'counts and lags, in steps of a hundred'),
  file(
    'rejects of an import',
    'rows of the imported file that were refused; the administrator names the file',
    erasedWithoutPurgeWhen('the administrator deletes it'),
  ),
]

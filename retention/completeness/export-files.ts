import type { LogName } from '../../domain/event/stream'

/** The file of a log in an export: one event a line, in the order of the log. */
export const exportFileOfLog = (log: LogName): string => `${log}.jsonl`

/** The file of the hashes of a log's leaves in an export: one a line, in base64, as far as the newest head has signed them. */
export const leavesFileOfLog = (log: LogName): string => `${log}-leaves.txt`

/** The folder of the signed heads in an export: in it a folder for each log, with a file for each head. */
export const headsFolder = 'heads'

/** The file in the folder of the signed heads that lists the keys which have signed them, one a line. */
export const headKeysFile = 'keys'

/** The file of the table of deletion classes in an export. */
export const deletionRulesFile = 'deletion-rules.jsonl'

/** The file of the signed list of living scopes in an export. */
export const livingScopesFile = 'living-scopes.txt'

/** The file of the public key in an export: SPKI in PEM. Compare it with the key that you know to be the library's. */
export const verifyingKeyFile = 'verifying-key.pem'

import type { LogName } from '../../domain/event/stream'

/** The file of a log in an export: one event a line, in the order of the log. */
export const exportFileOfLog = (log: LogName): string => `${log}.jsonl`

/** The file of the signed list of living scopes in an export. */
export const livingScopesFile = 'living-scopes.txt'

/** The file of the public key in an export: SPKI in PEM. Compare it with the key that you know to be the library's. */
export const verifyingKeyFile = 'verifying-key.pem'

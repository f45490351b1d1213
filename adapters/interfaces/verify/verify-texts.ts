import { completenessReportLines } from '../../../retention/completeness/completeness-report-lines'
import { livingScopesFile } from '../../../retention/completeness/export-files'
import type { InvalidLivingScopesList } from '../../../retention/completeness/living-scopes'
import type { ExportVerification, VerifyExportRefusal } from './verify-export'

export const verifyUsage = `Usage: glemsom-verify EXPORT --key FILE [--living FILE] [--keys FOLDER] [--json]

Verifies, without the library and without its keys, that what was due is erased.
  EXPORT          the folder that "glemsom audit export" wrote
  --key FILE      the public key of the library (PEM), which you know to be the library's ("glemsom certificates key")
  --living FILE   the signed list of living scopes (default: ${livingScopesFile} in EXPORT)
  --keys FOLDER   a copy of the folder "keys", made after the export: its rows are compared in place of the list
  --json          print JSON

Exit codes: 0 complete, 1 not complete or not what the library signed, 2 wrong usage or unreadable files.`

const listProblems: Readonly<Record<InvalidLivingScopesList, string>> = {
  notAList: 'it has another form than a list of living scopes',
  wrongSignature: 'its signature is not the signature of this library',
  altered: 'its scopes are not those that were signed',
}

/** Why nothing could be compared, as a sentence. */
export const exportVerificationRefusalText = (refusal: VerifyExportRefusal): string => {
  switch (refusal._tag) {
    case 'ListIsInvalid':
      return `The list of living scopes proves nothing: ${listProblems[refusal.because]}.`
    case 'ExportDiffers':
      return refusal.events < refusal.signed
        ? `The export of ${refusal.log} has ${String(refusal.events)} events, and the list was signed over ${String(refusal.signed)}: events are missing, or the export is older than the list.`
        : `The export of ${refusal.log} is not the log that the list was signed over: an event was changed, added or removed.`
    case 'KeysOfAnotherLibrary':
      return 'The key files belong to another library than the list.'
  }
}

const keyFileLines = ({ keyFiles }: ExportVerification): ReadonlyArray<string> =>
  keyFiles === undefined
    ? ['The living keys are those of the signed list. With --keys they are read from a copy of the key files.']
    : [
        'The living keys were read from the key files.',
        `Keys destroyed since the list was made: ${String(keyFiles.erasedSince)}`,
        `Keys of persons that no exported event names: ${String(keyFiles.unnamedInPersons.length)}. They belong to the month that is not closed yet; an export after its closing must name them.`,
        `Keys that the list leaves out: ${String(keyFiles.notListed.length)}${keyFiles.notListed.length === 0 ? '' : ' (a finding)'}`,
        ...keyFiles.notListed.map((scope) => `  ${scope}`),
      ]

/** The result as a page of text in English. */
export const verificationReportLines = (verified: ExportVerification): ReadonlyArray<string> => [
  'The signature of the list is valid, and the export is what it was signed over.',
  ...keyFileLines(verified),
  '',
  ...completenessReportLines(verified.report),
]

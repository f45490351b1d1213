import type { PolicyFileError } from './policy-file-error'

/** Names every error of a policy file, each on a line with its JSON pointer. */
export const policyFileMessage =
  (file: string) =>
  (errors: ReadonlyArray<PolicyFileError>): string =>
    [
      `The policy file ${file} has ${errors.length === 1 ? 'an error' : `${String(errors.length)} errors`}:`,
      ...errors.map(({ pointer, text }) => `  ${pointer === '' ? '(whole file)' : pointer}: ${text}`),
    ].join('\n')

/**
 * A personal text that is withheld from the caller whatever the role, because name and address of the borrower are protected.
 * It is encoded as the mark that auditors see. No text that anybody sends can be equal to it: control characters are refused.
 */
export const withheldText = '\u0000withheld'

export const isWithheld = (value: unknown): boolean => value === withheldText

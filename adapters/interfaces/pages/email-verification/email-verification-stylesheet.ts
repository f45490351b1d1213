/** The address of the style sheet. */
export const emailVerificationStylesheetPath = '/pages/email-verification.css'

/** The folder of the file `email-verification.css`. */
export const emailVerificationStylesheetFolder = __dirname

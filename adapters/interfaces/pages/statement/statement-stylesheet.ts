/** The address of the style sheet. */
export const statementStylesheetPath = '/pages/statement.css'

/** The folder of the file `statement.css`. */
export const statementStylesheetFolder = __dirname

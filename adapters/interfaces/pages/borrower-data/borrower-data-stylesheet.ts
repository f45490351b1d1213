/** The address of the style sheet. */
export const borrowerDataStylesheetPath = '/pages/borrower-data.css'

/** The folder of the file `borrower-data.css`. */
export const borrowerDataStylesheetFolder = __dirname

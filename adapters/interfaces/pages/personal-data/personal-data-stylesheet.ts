/** The address of the style sheet. */
export const personalDataStylesheetPath = '/pages/personal-data.css'

/** The folder of the file `personal-data.css`. */
export const personalDataStylesheetFolder = __dirname

/** The address of the style sheet of the report. */
export const reportStylesheetPath = '/pages/report.css'

/** The folder of the file `report.css`. */
export const reportStylesheetFolder = __dirname

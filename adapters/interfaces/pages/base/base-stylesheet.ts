/** The address of the style sheet that every page has before its own: page size, text and print. */
export const baseStylesheetPath = '/pages/base.css'

/** The folder of the file `base.css`. */
export const baseStylesheetFolder = __dirname

/** The first page of administrators and auditors, without the language. */
export const administrationPath = '/administration'

/** Where an administrator opens the server log of a day. */
export const serverLogPath = '/administration/serverlog'

/** Who has opened the server log. */
export const serverLogOpeningsPath = '/administration/serverlog-aabninger'

import type { MessageLanguage } from '../../../../domain/borrower/message-language'

/**
 * The text of one kind of message in each language, in Handlebars. The first line is the subject, the second is empty,
 * and the rest is the text. Words stand between two values, so that no two numbers together look like a CPR number.
 */
export type MessageTemplate = Readonly<Record<MessageLanguage, string>>

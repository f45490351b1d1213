import type { MessageLanguage } from '../../../domain/borrower/message-language'
import type { TextKind } from '../../../domain/message/text-content'

/** The name of the file with a library's own text: `due-soon.da.hbs`. */
export const templateFileName = (kind: TextKind, language: MessageLanguage): string =>
  `${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.${language}.hbs`

import type { MessageLanguage } from '../../../domain/borrower/message-language'
import type { MessageKind } from '../../../domain/message/message-kind'

/** The name of the file with a library's own text: `due-soon.da.hbs`. */
export const templateFileName = (kind: MessageKind, language: MessageLanguage): string =>
  `${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.${language}.hbs`

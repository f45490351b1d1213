import { MessageLanguage } from '../../../../domain/borrower/message-language'
import { objectCodec } from '../codecs/object-codec'

/** The language of a page; that of the borrower when it is left out. */
export const PageLanguageQuery = objectCodec('PageLanguageQuery', {}, { language: MessageLanguage })

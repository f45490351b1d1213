import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { RouteRequest } from './route-handler'

/** What a page about a borrower is made from. */
export type BorrowerPageRequest = Pick<
  RouteRequest<unknown, { readonly language?: MessageLanguage }, unknown>,
  'query' | 'library' | 'caller'
>

/** The language of a page: the one that is asked for, else that of the borrower. */
export const languageOfPage = ({ query }: Pick<BorrowerPageRequest, 'query'>, ofBorrower: MessageLanguage) =>
  query.language ?? ofBorrower

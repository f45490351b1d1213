import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { TitleId } from '../../../../../domain/values/ids'
import { searchTitles } from '../../../../../projections/catalogue/catalogue-queries'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'

/** The most titles of an answer. */
const mostTitles = 50

const FoundTitleAnswer = objectCodec('FoundTitle', { title: TitleId, name: t.string, author: nullableCodec(t.string) })

/** Searching is anonymous: no identity is read, and nothing of the search is kept. */
export const searchTitlesRoute = defineReadRoute({
  path: '/titles',
  name: 'searchTitles',
  summary: 'Search the catalogue by words of name and author, or by title number: the first 50 titles, by name',
  tag: 'Catalogue',
  roles: 'anyone',
  query: objectCodec('TitleSearch', { q: freeTextCodec(100) }),
  answer: objectCodec('FoundTitles', { titles: listCodec(FoundTitleAnswer), hasMore: t.boolean }),
  handle: ({ query: { q }, library }) => TE.right(answerWithBody(searchTitles(q, mostTitles)(library.rows))),
})

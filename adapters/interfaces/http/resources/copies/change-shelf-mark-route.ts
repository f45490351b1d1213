import { objectCodec } from '../../codecs/object-codec'
import { ShelfMark } from './copy-answer-codecs'
import { defineCopyChangeRoute } from './define-copy-change-route'

export const changeShelfMarkRoute = defineCopyChangeRoute({
  action: 'shelf-mark',
  name: 'changeShelfMark',
  summary: 'Give a copy its shelf mark (opstilling), or another',
  body: objectCodec('ShelfMarkChange', { shelfMark: ShelfMark }),
  toCommand: ({ body: { shelfMark } }) => ({ type: 'ChangeShelfMark', shelfMark }),
})

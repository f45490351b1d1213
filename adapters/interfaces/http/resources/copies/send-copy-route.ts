import { BranchId } from '../../../../../domain/values/ids'
import { objectCodec } from '../../codecs/object-codec'
import { defineCopyChangeRoute } from './define-copy-change-route'

export const sendCopyRoute = defineCopyChangeRoute({
  action: 'send',
  name: 'sendCopy',
  summary: 'Send a reserved copy to its pick-up branch',
  body: objectCodec('SendCopy', { to: BranchId }),
  branchMember: 'to',
  toCommand: ({ body: { to } }) => ({ type: 'Send', to }),
})

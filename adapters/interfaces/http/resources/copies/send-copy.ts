import { BranchId } from '../../../../../domain/values/ids'
import { shape } from '../../codecs/shape'
import { tending } from './tending'

export const sendCopy = tending({
  step: 'send',
  name: 'sendCopy',
  about: 'Send a copy that is kept for somebody to its pick-up branch',
  body: shape('SendCopy', { to: BranchId }),
  make: ({ body: { to } }) => ({ type: 'Send', to }),
})

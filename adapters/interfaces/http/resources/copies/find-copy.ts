import { BranchId } from '../../../../../domain/values/ids'
import { shape } from '../../codecs/shape'
import { tending } from './tending'

export const findCopy = tending({
  step: 'find',
  name: 'findCopy',
  about: 'A lost copy has turned up in the library',
  body: shape('FindCopy', { branch: BranchId }),
  make: ({ body: { branch }, system: { library } }) => ({ type: 'Find', branch, day: library.desk.clock.today() }),
})

import { BranchId } from '../../../../../domain/values/ids'
import { pickUpNumber } from '../../../../../domain/reactions/pick-up-number'
import { shape } from '../../codecs/shape'
import { tending } from './tending'

export const copyArrives = tending({
  step: 'arrive',
  name: 'copyArrives',
  about: 'Put a copy on the pick-up shelf (afhentningshylde) of the branch where it has arrived',
  body: shape('CopyArrives', { branch: BranchId }),
  make: ({ body: { branch }, system: { library } }) => ({
    type: 'Arrive',
    branch,
    pickUpNumber: pickUpNumber(library.desk.random.uuid()),
    at: library.desk.clock.now(),
  }),
})

import { BranchId } from '../../../../../domain/values/ids'
import { pickUpNumberFrom } from '../../../../../domain/reactions/pick-up-number'
import { objectCodec } from '../../codecs/object-codec'
import { defineCopyChangeRoute } from './define-copy-change-route'

export const recordCopyArrivalRoute = defineCopyChangeRoute({
  action: 'arrive',
  name: 'recordCopyArrival',
  summary: 'Record that a copy has arrived at its pick-up branch, and put it on the pick-up shelf (afhentningshylde)',
  body: objectCodec('CopyArrival', { branch: BranchId }),
  toCommand: ({ body: { branch }, library: { useCaseDependencies } }) => ({
    type: 'Arrive',
    branch,
    pickUpNumber: pickUpNumberFrom(useCaseDependencies.commandHandling.random.uuid()),
    at: useCaseDependencies.commandHandling.clock.now(),
  }),
})

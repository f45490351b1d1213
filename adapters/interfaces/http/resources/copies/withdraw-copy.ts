import { tending } from './tending'

export const withdrawCopy = tending({
  step: 'withdraw',
  name: 'withdrawCopy',
  about: 'Take a copy out of the collection (kassation)',
  make: () => ({ type: 'Withdraw' }),
})

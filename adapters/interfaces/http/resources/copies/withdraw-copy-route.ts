import { defineCopyChangeRoute } from './define-copy-change-route'

export const withdrawCopyRoute = defineCopyChangeRoute({
  action: 'withdraw',
  name: 'withdrawCopy',
  summary: 'Withdraw a copy from the collection (kassation)',
  toCommand: () => ({ type: 'Withdraw' }),
})

/** The pages on which somebody pays, without the language: the balance, and what became of a payment. */
export const paymentPaths = {
  borrower: {
    balance: '/mit/mellemvaerende',
    outcome: '/mit/mellemvaerende/betaling',
    statement: '/mit/mellemvaerende/opgoerelse',
  },
  guardian: { balance: '/mit/boern', outcome: '/mit/boern/betaling' },
} as const

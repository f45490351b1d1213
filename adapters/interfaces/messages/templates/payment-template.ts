import type { MessageTemplate } from './message-template'

export const paymentTemplate: MessageTemplate = {
  da: `Tak for din betaling

Kære låner. Du har betalt for:
{{#each items}}
- {{name}} (beløb {{amount}})
{{/each}}
I alt {{total}} Venlig hilsen biblioteket
`,
  en: `Thank you for your payment

Dear borrower. You have paid for:
{{#each items}}
- {{name}} (amount {{amount}})
{{/each}}
In all {{total}} Kind regards, the library
`,
}

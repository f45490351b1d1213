import type { MessageTemplate } from './message-template'

export const verifyEmailTemplate: MessageTemplate = {
  da: `Bekræft din e-mailadresse

{{#if isToGuardian}}Kære værge.{{else}}Kære låner.{{/if}} Bekræft, at vi må sende beskeder til denne adresse:
{{link}}
{{#if privacyLink}}
{{#if isToGuardian}}
Hvad biblioteket gemmer om dig som værge, hvorfor og hvor længe: {{privacyLink}}
{{/if}}
{{/if}}
Kender du ikke til det, skal du ikke gøre noget: så sender vi intet hertil. Venlig hilsen biblioteket
`,
  en: `Confirm your e-mail address

{{#if isToGuardian}}Dear guardian.{{else}}Dear borrower.{{/if}} Please confirm that we may send messages to this address:
{{link}}
{{#if privacyLink}}
{{#if isToGuardian}}
What the library keeps of you as a guardian, why and how long: {{privacyLink}}
{{/if}}
{{/if}}
If you know nothing of it, do nothing: then we send nothing here. Kind regards, the library
`,
}
